import type { NumberColumn } from './connectivity/FlowColumns.ts';
import type { PortSet } from './net/PortSet.ts';
import type { LabelSet } from './labels/LabelSelector.ts';
import type { ContainerPort, ObjectId } from './manifest/KubernetesObject.ts';
import type { KindCount } from './manifest/countKinds.ts';
import type { DocumentStatus } from './manifest/ManifestSet.ts';
import type { Problem } from './manifest/Problem.ts';
import type { FilePath, FileRange, TextRange } from './manifest/SourceFile.ts';
import type { Direction } from './policy/PolicyRule.ts';

/**
 * What the screen shows, as data that crosses the worker boundary. Ends of flows are nodes by number: workloads first
 * (`0 … workloads.length - 1`), then externals.
 */
export interface WorkspaceSnapshot {
  readonly namespaces: readonly NamespaceView[];
  readonly workloads: readonly WorkloadView[];
  readonly externals: readonly ExternalView[];
  readonly policies: readonly PolicyView[];
  readonly flows: FlowTable;
  /** The distinct port sets that `flows` points into. */
  readonly portSets: readonly PortSet[];
  readonly documents: readonly DocumentView[];
  readonly problems: readonly Problem[];
  /** Kinds that are not part of the evaluation, with counts. */
  readonly otherKinds: readonly KindCount[];
  /** Policies of dialects that are not evaluated yet: the verdicts below do not know them. */
  readonly notEvaluated: readonly KindCount[];
  readonly profile: string;
  /** The import has policies and no workload: `workloads` are what their selectors mean. */
  readonly supposed: boolean;
}

export type { KindCount };

export interface NamespaceView {
  readonly name: string;
  readonly labels: LabelSet;
  readonly described: boolean;
  readonly at: FileRange | null;
}

/** `open`: no policy selects it · `isolated`: selected, some rule admits something · `closed`: selected, and no flow gets through · `mixed`: its pods differ · `uncertain`: the import does not say whether a policy selects it */
export type ShieldState = 'open' | 'isolated' | 'closed' | 'mixed' | 'uncertain';

export interface WorkloadView {
  /** `namespace/Kind/name`. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number | null;
  readonly labels: LabelSet;
  readonly ports: readonly ContainerPort[];
  readonly ingress: ShieldState;
  readonly egress: ShieldState;
  readonly hostNetwork: boolean;
  /** How many real pods a dump has of it; 0 when a representative stands for them. */
  readonly podCount: number;
  /** Those pods. Made from columns when first asked for: ask only where pods are shown. */
  readonly pods: readonly PodView[];
  /** Ids of the policies that select it (or some of its pods); positions would change with every policy before them. */
  readonly policies: readonly ObjectId[];
  /** Names of Services in front of it. */
  readonly services: readonly string[];
  readonly at: FileRange | null;
}

/**
 * What crosses the worker boundary: a snapshot whose pods are columns. Parts that did not change since the snapshot before
 * are the same objects, so that they need not cross again.
 */
export type SnapshotRows = Omit<WorkspaceSnapshot, 'workloads'> & { readonly workloads: readonly WorkloadRow[] };

export type WorkloadRow = Omit<WorkloadView, 'pods'> & { readonly podTable: PodTable | null };

/** The pods of one workload in columns; `readPodTable` makes objects of them. */
export interface PodTable {
  /** One line per pod. */
  readonly names: string;
  /** One line per pod, addresses apart by a space. */
  readonly ips: string;
  /** Four numbers per pod: shields and network (`podFlags`), position in `files`, start and end of its place. */
  readonly numbers: Uint32Array;
  readonly files: readonly FilePath[];
}

export interface PodView {
  readonly id: string;
  readonly name: string;
  readonly ips: readonly string[];
  readonly ingress: ShieldState;
  readonly egress: ShieldState;
  readonly hostNetwork: boolean;
  readonly at: FileRange;
}

export interface ExternalView {
  readonly id: string;
  readonly label: string;
  readonly ranges: readonly string[];
}

export interface PolicyView {
  readonly id: ObjectId;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly isolates: readonly Direction[];
  readonly ruleCounts: { readonly ingress: number; readonly egress: number };
  /** Positions in `workloads` that it selects (or some of whose pods). */
  readonly selects: readonly number[];
  readonly at: FileRange;
}

export interface DocumentView {
  readonly file: FilePath;
  readonly index: number;
  readonly range: TextRange;
  readonly status: DocumentStatus;
  /** The first object in it, and how many there are. */
  readonly first: { readonly kind: string; readonly name: string; readonly namespace: string } | null;
  readonly objectCount: number;
}

/**
 * One row per flow, in columns; typed arrays so that they can be transferred instead of copied. By from, then to.
 *
 * Pairs that are open by default at both ends are no rows: every end whose egress shield is `open` (externals too)
 * reaches every one whose ingress shield is, on all ports; never external to external, nor a single bare pod to itself.
 */
export interface FlowTable {
  readonly length: number;
  /** Node numbers. */
  readonly from: NumberColumn;
  readonly to: NumberColumn;
  /** Positions in `portSets`: `ports` for all pairs of pods, `partial` for some, `uncertain` perhaps for some. */
  readonly ports: NumberColumn;
  readonly partial: NumberColumn;
  readonly uncertain: NumberColumn;
  /** 1: a rule allows it, or may (at least one end is isolated) · 0: the pairs of pods that flow are open by default. */
  readonly byRule: Uint8Array;
  /** How many pairs are open by default at both ends. */
  readonly openCount: number;
  /** Rows that were left out because there were too many. */
  readonly omitted: number;
}
