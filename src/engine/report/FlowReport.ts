import type { PortJson } from '../net/toPortJson.ts';
import type { ProblemCode } from '../manifest/Problem.ts';

/** What `flows --format json` prints, version 1 (docs/command-line.md): plain data, the other formats are made from it. */
export interface FlowReport {
  readonly version: 1;
  /** Name of the profile that the flows hold for. */
  readonly profile: string;
  /** Workloads or pods by id, then external ranges; ends of `flows` are among them. */
  readonly endpoints: readonly ReportEndpoint[];
  /** Only pairs with at least one port, by `from`, then `to`. */
  readonly flows: readonly ReportFlow[];
  readonly problems: readonly ReportProblem[];
}

export type ReportEndpoint =
  | {
      readonly id: string;
      readonly kind: string;
      readonly namespace: string;
      readonly name: string;
      /** Ids of real pods; empty for a representative. */
      readonly pods: readonly string[];
    }
  | { readonly id: string; readonly kind: 'External'; readonly ranges: readonly string[] };

export interface ReportFlow {
  readonly from: string;
  readonly to: string;
  /** Ports that every pair of pods has; `{}` when there is none. */
  readonly ports: PortJson;
  /** Ports that only some pairs have; left out when there is none. */
  readonly partial?: PortJson;
  /** Ports that some pairs may have: the manifests do not say enough; left out when there is none. */
  readonly uncertain?: PortJson;
}

export interface ReportProblem {
  readonly code: ProblemCode;
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a flow's ends are: workloads, or each pod (or a workload's representative) on its own. */
export type Grouping = 'workload' | 'pod';
