import type { AskedServicePort, EndReason, Verdict } from '../explain/Explanation.ts';
import type { MissCause } from '../explain/MissCause.ts';
import type { MissingFact } from '../explain/MissingFact.ts';
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
  /** Whether every pair of pods of the two ends has this verdict; with `some` the reasons are one such pair's. */
  readonly pods: 'all' | 'some';
  /** What most likely is to blame for a verdict that is not `allowed`; null otherwise. */
  readonly cause: VerdictCause | null;
  readonly egress: ReportReason;
  readonly ingress: ReportReason;
  /** The port asked for is only a Service's; connections arrive at `targets`. */
  readonly servicePort: AskedServicePort | null;
  readonly problems: readonly ReportProblem[];
}

/** The end to look at first, with its first reason in words and its place. */
export interface VerdictCause {
  readonly end: Direction;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** One end's reason. */
export interface ReportReason {
  readonly endpoint: string;
  readonly direction: Direction;
  readonly state: EndReason['state'];
  /** Of this end alone. */
  readonly verdict: Verdict;
  /** Whether this end alone lets the port through for certain. */
  readonly admits: boolean;
  readonly isolatedBy: readonly VerdictPolicy[];
  readonly admittedBy: readonly RulePlace[];
  /** When denied: for each policy concerned what comes closest, and why it fails; the likeliest first. */
  readonly notAdmittedBy: readonly NotAdmitting[];
  /** When uncertain: what would settle it. */
  readonly missing: readonly ReportMissing[];
}

export interface PolicyPlace {
  readonly policy: string;
  readonly file: string;
  readonly line: number;
}

/** `maybe`: the import does not say whether the policy selects the end. */
export interface VerdictPolicy extends PolicyPlace {
  readonly match: 'yes' | 'maybe';
}

export interface RulePlace extends PolicyPlace {
  /** As in the manifest: `spec.ingress[0]`. */
  readonly rule: string;
  readonly direction: Direction;
  /** `maybe`: the import does not say whether the policy, or the peer, is meant. */
  readonly match: 'yes' | 'maybe';
  /** The items that match: `spec.ingress[0].from[1]`, `spec.ingress[0].ports[0]`; null for any. */
  readonly peer: ReportItem | null;
  readonly portItem: ReportItem | null;
  /** Everything that the rule admits of the pair. */
  readonly ports: PortJson;
}

/** An item of a rule, by its path in the manifest. */
export interface ReportItem {
  readonly path: string;
  readonly line: number;
}

export interface NotAdmitting {
  readonly policy: string;
  /** Null when it is the policy as a whole. */
  readonly rule: string | null;
  /** The short form of `causes`: what fails first. */
  readonly because: 'subject' | 'peer' | 'port' | 'noRules' | 'ignored';
  readonly causes: readonly MissCause[];
  /** `causes` as a clause whose subject is the rule, or the policy. */
  readonly message: string;
  /** The failing item, if it is one: `spec.ingress[0].from[1]`. */
  readonly item: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** A fact that is missing, in words, and what would settle it. */
export type ReportMissing = MissingFact & { readonly message: string; readonly settledBy: string };
