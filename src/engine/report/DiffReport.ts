import type { PortJson } from '../net/toPortJson.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { ChangeKind, PolicyStatus, RuleChange, WorkloadFacet, NamespaceFacet } from '../diff/WorkspaceDiff.ts';
import type { ReportProblem } from './FlowReport.ts';

/** What `diff --format json` prints, version 1 (docs/command-line.md): plain data, the other formats are made from it. */
export interface DiffReport {
  readonly version: 1;
  /** Name of the profile that both sides are evaluated by. */
  readonly profile: string;
  /** Nothing differs in what counts for flows. */
  readonly same: boolean;
  readonly summary: {
    /** Pairs of workloads or external ranges. */
    readonly flows: ChangeCounts;
    readonly policies: ChangeCounts;
    readonly workloads: ChangeCounts;
    readonly namespaces: ChangeCounts;
  };
  /** Those that changes name, by id. */
  readonly endpoints: readonly DiffEndpoint[];
  readonly policies: readonly ReportPolicyChange[];
  readonly workloads: readonly {
    readonly id: string;
    readonly change: ChangeKind;
    readonly facets?: readonly WorkloadFacet[];
  }[];
  readonly namespaces: readonly {
    readonly name: string;
    readonly change: ChangeKind;
    readonly facets?: readonly NamespaceFacet[];
  }[];
  /** External ranges that only one side tells apart. */
  readonly externals: {
    readonly added: readonly (readonly string[])[];
    readonly removed: readonly (readonly string[])[];
  };
  /** Most consequential first; those without effect on flows last. */
  readonly causes: readonly ReportCause[];
  /** Every pair whose flow changes is in exactly one of them. */
  readonly changes: readonly ReportFlowChange[];
  /** What could not be compared, because there is too much of it. */
  readonly notCompared: { readonly pairs: number; readonly from: readonly string[] };
  readonly problems: { readonly old: readonly ReportProblem[]; readonly new: readonly ReportProblem[] };
}

export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

export type DiffEndpoint =
  | {
      readonly id: string;
      readonly kind: string;
      readonly namespace: string;
      readonly name: string;
      readonly in: 'both' | 'old' | 'new';
    }
  | { readonly id: string; readonly kind: 'External'; readonly ranges: readonly string[] };

export interface ReportPolicyChange {
  readonly id: string;
  readonly change: ChangeKind;
  readonly old: PolicyStatus;
  readonly new: PolicyStatus;
  /** Selects other pods. */
  readonly subject: boolean;
  readonly isolates: { readonly added: readonly Direction[]; readonly removed: readonly Direction[] };
  readonly rules: readonly RuleChange[];
  /** Where it stands in the new manifests, or stood in the old ones. */
  readonly file: string;
  readonly line: number;
}

export interface ReportCause {
  readonly type: 'policy' | 'workloads' | 'namespace' | 'unknown';
  /** Ids of policies and workloads, names of namespaces. */
  readonly ids: readonly string[];
  /** For people, in one line. */
  readonly text: string;
  /** Of a policy. */
  readonly file?: string;
  readonly line?: number;
  readonly flows: ChangeCounts;
  /** Sentences for people; the worst first. */
  readonly consequences: readonly string[];
  readonly opened: readonly ReportIsolation[];
  readonly isolated: readonly ReportIsolation[];
  readonly isolationUncertain: readonly ReportIsolation[];
  readonly dnsLost: readonly string[];
  /** Its changes for people, one line each; signs are `+`, `-` and `~`. */
  readonly lines: readonly string[];
}

export interface ReportIsolation {
  readonly id: string;
  readonly direction: Direction;
}

/** The flow from each of `from` to each of `to` changes in this way. */
export interface ReportFlowChange {
  /** Position in `causes`. */
  readonly cause: number;
  /** Causes that play a part for some of the pairs too. */
  readonly also?: readonly number[];
  readonly change: ChangeKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly old: ReportFlowPorts;
  readonly new: ReportFlowPorts;
}

export interface ReportFlowPorts {
  readonly ports: PortJson;
  readonly partial?: PortJson;
  readonly uncertain?: PortJson;
}
