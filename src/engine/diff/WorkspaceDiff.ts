import type { WorkloadId } from '../cluster/Cluster.ts';
import type { ExternalEndpoint } from '../connectivity/Connectivity.ts';
import type { ObjectId, ObjectSource } from '../manifest/KubernetesObject.ts';
import type { IpSet } from '../net/IpSet.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Origin } from '../policy/PolicyRule.ts';

/**
 * What is different after a change of a workspace. Swapping the two sides swaps `added` and `removed`, `before` and
 * `after`, and nothing else. Nodes, changes and causes are named by their positions in the lists here.
 */
export interface WorkspaceDiff {
  /** Workloads of both sides by id, then external addresses. */
  readonly nodes: readonly DiffNode[];
  readonly flows: FlowChanges;
  readonly transitions: readonly FlowTransition[];
  readonly policies: readonly PolicyChange[];
  readonly workloads: readonly WorkloadChange[];
  readonly namespaces: readonly NamespaceChange[];
  /** External endpoints of one side whose addresses the other side cuts differently. */
  readonly externals: { readonly added: readonly ExternalEndpoint[]; readonly removed: readonly ExternalEndpoint[] };
  /** Everything that changed and what follows from it, most consequential first; those without consequences last. */
  readonly causes: readonly CauseEffects[];
}

export type DiffNode =
  | {
      readonly type: 'workload';
      readonly id: WorkloadId;
      readonly kind: string;
      readonly namespace: string;
      readonly name: string;
      /** Positions among the workloads of each side; -1: not there. */
      readonly before: number;
      readonly after: number;
    }
  | {
      /** Addresses outside the cluster that neither side tells apart. */
      readonly type: 'external';
      /** `external:` and the first range. */
      readonly id: string;
      readonly addresses: IpSet;
      /** Positions among the externals of each side. */
      readonly before: number;
      readonly after: number;
    };

/** The ports of a flow: for all pairs of pods, for some for certain, perhaps for some (see `WorkloadFlow`). */
export interface FlowPorts {
  readonly ports: PortSet;
  readonly partial: PortSet;
  readonly uncertain: PortSet;
}

export type ChangeKind = 'added' | 'removed' | 'changed';

/** How a flow changes: it comes, goes, or has other ports (or the same ones with another certainty). */
export interface FlowTransition {
  readonly kind: ChangeKind;
  readonly before: FlowPorts;
  readonly after: FlowPorts;
  /** Every port whose verdict differs. */
  readonly changed: PortSet;
}

/** One row per pair of nodes whose flow changes, by from, then to. */
export interface FlowChanges {
  readonly length: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Positions in `transitions`. */
  readonly transition: Uint32Array;
  /** Pairs that changed and are no rows, because there were more than `maxChanges`. */
  readonly omitted: number;
  /** Nodes whose outgoing flows could not be compared, because a side left out some of theirs. */
  readonly notCompared: readonly number[];
}

/** A rule that is only on one side, or at the same place with another meaning. */
export interface RuleChange {
  readonly direction: Direction;
  /** Its position in `spec.ingress` or `spec.egress`: of the side that has it, of the new side when changed. */
  readonly index: number;
  readonly kind: ChangeKind;
}

/**
 * What counts of a policy on one side: evaluated · rejected by the API server, so without effect · of a kind that is not
 * evaluated · not there
 */
export type PolicyStatus = 'evaluated' | 'invalid' | 'notEvaluated' | 'absent';

/** A policy whose meaning changes. Moved, reformatted or commented text is no change. */
export interface PolicyChange {
  readonly id: ObjectId;
  readonly kind: ChangeKind;
  readonly before: PolicyStatus;
  readonly after: PolicyStatus;
  /** Whom it selects differs. */
  readonly subject: boolean;
  /** The directions that it isolates on one side only. */
  readonly isolates: { readonly added: readonly Direction[]; readonly removed: readonly Direction[] };
  readonly rules: readonly RuleChange[];
  readonly at: { readonly before: Origin | null; readonly after: Origin | null };
}

/** What of a workload can matter for flows: labels of its pods, container ports, host network, which pods, their addresses. */
export type WorkloadFacet = 'labels' | 'ports' | 'hostNetwork' | 'pods' | 'addresses';

export interface WorkloadChange {
  readonly id: WorkloadId;
  readonly kind: ChangeKind;
  /** Of a changed one. */
  readonly facets: readonly WorkloadFacet[];
  readonly at: { readonly before: ObjectSource | null; readonly after: ObjectSource | null };
}

/** `labels` differ, or whether a Namespace object says them (`described`). */
export type NamespaceFacet = 'labels' | 'described';

export interface NamespaceChange {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly facets: readonly NamespaceFacet[];
  readonly at: { readonly before: ObjectSource | null; readonly after: ObjectSource | null };
}

/**
 * By position in the list of that name. Workloads of one namespace that change in the same way are one cause; `unknown`
 * stands for flows whose cause was not found.
 */
export type Cause =
  | { readonly type: 'policy'; readonly index: number }
  | { readonly type: 'workloads'; readonly indexes: readonly number[] }
  | { readonly type: 'namespace'; readonly index: number }
  | { readonly type: 'unknown' };

/** Pods that policies isolate on one side only, at least some of the workload's. */
export interface IsolationChange {
  readonly node: number;
  readonly direction: Direction;
  /**
   * opened: no longer isolated, so that everything is allowed · isolated: what no rule allows is denied now · uncertain:
   * the import does not say any more which of both
   */
  readonly kind: 'opened' | 'isolated' | 'uncertain';
}

export interface CauseEffects {
  readonly cause: Cause;
  /** Pairs whose flow it changes, alone or with others, and that are not listed under a broader cause. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** These pairs, the largest blocks first. */
  readonly blocks: readonly FlowBlock[];
  readonly isolation: readonly IsolationChange[];
  /** Workloads (nodes) that could look up names before and cannot any more: nothing that serves UDP 53 is left to them. */
  readonly dnsLost: readonly number[];
}

/** The flows from each of `from` to each of `to` change alike. A node that cannot have a flow to itself has none in it. */
export interface FlowBlock {
  /** Nodes, ascending. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly transition: number;
  /** How many pairs it is. */
  readonly pairs: number;
  /** Causes (positions in `causes`) that play a part for some of these pairs too. */
  readonly also: readonly number[];
}
