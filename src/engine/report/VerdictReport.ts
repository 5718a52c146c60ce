import type { EndReason, NearMiss, Verdict } from '../explain/Explanation.ts';
import type { PortJson } from '../net/toPortJson.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { ReportProblem } from './FlowReport.ts';

/** What `can --format json` prints, version 1 (docs/command-line.md): one verdict with the reasons of both ends. */
export interface VerdictReport {
  readonly version: 1;
  readonly profile: string;
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
  readonly verdict: Verdict;
  /** Whether every pair of pods of the two ends has this verdict; `some` only when allowed, the reasons are one such pair's. */
  readonly pods: 'all' | 'some';
  readonly egress: ReportReason;
  readonly ingress: ReportReason;
  readonly problems: readonly ReportProblem[];
}

/** One end's reason. */
export interface ReportReason {
  readonly endpoint: string;
  readonly state: EndReason['state'];
  /** Whether this end alone lets the port through. */
  readonly admits: boolean;
  readonly isolatedBy: readonly PolicyPlace[];
  readonly admittedBy: readonly RulePlace[];
  /** Rules of the isolating policies that do not admit it, and why. */
  readonly notAdmittedBy: readonly NotAdmitting[];
}

export interface PolicyPlace {
  readonly policy: string;
  readonly file: string;
  readonly line: number;
}

export interface RulePlace extends PolicyPlace {
  /** As in the manifest: `spec.ingress[0]`. */
  readonly rule: string;
  readonly direction: Direction;
  /** Everything that the rule admits of the pair. */
  readonly ports: PortJson;
}

export interface NotAdmitting {
  readonly policy: string;
  /** Null when the policy has no rule for this direction. */
  readonly rule: string | null;
  readonly because: NearMiss['because'];
  readonly file: string | null;
  readonly line: number | null;
}
