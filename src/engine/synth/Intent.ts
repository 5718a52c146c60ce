import type { LabelSet } from '../labels/LabelSelector.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { FilePath, SourceFile } from '../manifest/SourceFile.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PortChoice } from './FlowChange.ts';

/** What an intent is about. */
export type IntentTarget =
  /** A workload (`namespace/Kind/name`) or an external range (`external:…`), by the id of the evaluation. */
  | { readonly type: 'node'; readonly id: string }
  /** Every pod of a namespace, those of tomorrow included. */
  | { readonly type: 'namespace'; readonly name: string }
  /** Addresses as an ipBlock names them; `except` inside `cidr`. */
  | { readonly type: 'addresses'; readonly cidr: string; readonly except: readonly string[] };

/** Workloads or a namespace: what a policy can select. */
export type SubjectTarget = Exclude<IntentTarget, { readonly type: 'addresses' }>;

/** A workload to write from nothing. */
export interface NewWorkload {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob' | 'Pod';
  readonly namespace: string;
  readonly name: string;
  /** Of the pods, and of the selector where the kind has one; empty: `app: NAME`. */
  readonly labels: LabelSet;
  readonly ports: readonly NewPort[];
}

export interface NewPort {
  /** null: without a name. */
  readonly name: string | null;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

export interface NewNamespace {
  readonly kind: 'Namespace';
  readonly name: string;
  readonly labels: LabelSet;
}

/** A policy without rules: it isolates what it selects. */
export interface NewPolicy {
  readonly kind: 'NetworkPolicy';
  readonly namespace: string;
  readonly name: string;
  /** Empty: every pod of the namespace. */
  readonly podSelector: LabelSet;
  readonly isolates: readonly Direction[];
}

export type NewObject = NewWorkload | NewNamespace | NewPolicy;

/** What someone wants to be true; how the text says it is for planning to find. */
export type Intent =
  /** Every one of `from` reaches every one of `to`. `ports` empty: every port. */
  | {
      readonly type: 'allow';
      readonly from: readonly IntentTarget[];
      readonly to: readonly IntentTarget[];
      readonly ports: readonly PortChoice[];
    }
  /**
   * No one of `from` reaches any of `to`. `ports` empty: on no port. `originals`: files as they were before edits (as
   * imported), whose way of saying "no rules" is taken up again.
   */
  | {
      readonly type: 'deny';
      readonly from: readonly IntentTarget[];
      readonly to: readonly IntentTarget[];
      readonly ports: readonly PortChoice[];
      readonly originals?: readonly SourceFile[];
    }
  /** Nothing but what rules allow, in these directions. `dns`: name servers stay within reach; `freeze`: so does all that flows today. */
  | {
      readonly type: 'isolate';
      readonly target: SubjectTarget;
      readonly directions: readonly Direction[];
      readonly dns: boolean;
      readonly freeze: boolean;
    }
  /** No policy isolates it any more, in these directions. */
  | { readonly type: 'open'; readonly target: SubjectTarget; readonly directions: readonly Direction[] }
  /** `file` null: planning chooses. */
  | { readonly type: 'create'; readonly object: NewObject; readonly file: FilePath | null }
  /** Policies, workloads and namespaces; what names a namespace or a workload elsewhere follows where it can be proven. */
  | { readonly type: 'rename'; readonly object: ObjectId; readonly name: string }
  /** Of a workload: of its pods (its selector follows). Of a namespace: its own. `set`: new or other values; `remove`: keys. */
  | { readonly type: 'relabel'; readonly object: ObjectId; readonly set: LabelSet; readonly remove: readonly string[] }
  | { readonly type: 'delete'; readonly objects: readonly ObjectId[] }
  /** The same flows in fewer words. null: the whole workspace. */
  | { readonly type: 'tidy'; readonly policy: ObjectId | null };

export type IntentType = Intent['type'];
export type IntentOf<T extends IntentType> = Extract<Intent, { readonly type: T }>;
