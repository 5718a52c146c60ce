import type { EditPlan, Refusal } from '../edits/EditPlan.ts';
import type { FlowChange } from './FlowChange.ts';

/**
 * How a proposal realises its intent, for one line each (`report/formatWay.ts`). `args` always name the policy or object
 * and, where there is one, `file`.
 * - ADD_PORTS, ADD_PEER, ADD_RULE: in `policy`, its `direction` rule `rule` (from 1); NEW_POLICY: `policy` in `namespace`,
 *   for `direction`. `peers`: by what the other end is named (`labels`, `namespace`, `both`, `addresses`, `everyone`);
 *   `ports`: `named` or `numbers`
 * - REMOVE_PEER, REMOVE_RULE, REMOVE_PORT: out of `policy`; SPLIT_RULE: one rule becomes several, all but this flow
 * - NARROW_PEER: a selector of a rule takes in less; EXCEPT_ADDRESSES: an ipBlock leaves some out; REMOVE_POLICY
 * - ISOLATE: `policy` isolates `target` in `direction`; FREEZE: with `rules` rules for what flows today; ALLOW_DNS
 * - REMOVE_TYPE: `policy` no longer isolates in `direction`; NARROW_SUBJECT: it selects less
 * - CREATE, RENAME, SET_LABELS, DELETE: of `object`; FOLLOW: `object` refers to it and follows
 * - DROP_RULE, MERGE_RULES, MERGE_POLICIES, EXPLICIT_FORM: tidying `policy`
 * - ALIASES_EVERYWHERE, ALIASES_HERE: what the YAML `anchors` name changes for all who refer to it, or is written out first
 */
export type WayCode =
  | 'ADD_PORTS'
  | 'ADD_PEER'
  | 'ADD_RULE'
  | 'NEW_POLICY'
  | 'REMOVE_PEER'
  | 'REMOVE_RULE'
  | 'REMOVE_PORT'
  | 'SPLIT_RULE'
  | 'NARROW_PEER'
  | 'EXCEPT_ADDRESSES'
  | 'REMOVE_POLICY'
  | 'ISOLATE'
  | 'FREEZE'
  | 'ALLOW_DNS'
  | 'REMOVE_TYPE'
  | 'NARROW_SUBJECT'
  | 'CREATE'
  | 'RENAME'
  | 'SET_LABELS'
  | 'DELETE'
  | 'FOLLOW'
  | 'DROP_RULE'
  | 'MERGE_RULES'
  | 'MERGE_POLICIES'
  | 'EXPLICIT_FORM'
  | 'ALIASES_EVERYWHERE'
  | 'ALIASES_HERE';

export interface Way {
  readonly code: WayCode;
  readonly args: Readonly<Record<string, string>>;
}

/** A plan that planning thinks of, before anything is known of its effect. */
export interface Candidate {
  readonly ways: readonly Way[];
  /** Among candidates that do the same today: 0 for the narrowest; more, the more it may take in tomorrow, or turns around. */
  readonly breadth: number;
  readonly plan: EditPlan;
}

/** What a planner comes up with: the ways it knows, the preferred one first; or why there is none. */
export type Candidates = { readonly ok: true; readonly candidates: readonly Candidate[] } | Refusal;

/** What breaks or opens beyond single flows. `node`: a workload's id. */
export interface Consequence {
  /** DNS_LOST: no name server is within its reach any more. ISOLATED, OPENED: policies begin or cease to isolate it. */
  readonly code: 'DNS_LOST' | 'ISOLATED' | 'OPENED';
  readonly node: string;
  /** Of ISOLATED and OPENED. */
  readonly direction: 'ingress' | 'egress' | null;
}

/** What a plan does to who reaches whom; from an evaluation of the new text. */
export interface Effect {
  /** Whether the intent is true then for certain; if not, the import does not say enough, and it may be. */
  readonly isCertain: boolean;
  /** Flows whose ports change, those that were asked for first; at most `shownChanges`. */
  readonly changes: readonly FlowChange[];
  /** How many of all changes were asked for; they are the first of `changes`. */
  readonly intended: number;
  /** Of all changes. A flow counts once: gained when it was none, lost when it is none, else changed. */
  readonly counts: { readonly gained: number; readonly lost: number; readonly changed: number };
  readonly consequences: readonly Consequence[];
}

/** As many changes as cross to the screen. */
export const shownChanges = 1000;

/** One alternative. */
export interface Proposal {
  /** Distinguishes it from the others of one answer. */
  readonly id: string;
  readonly ways: readonly Way[];
  readonly plan: EditPlan;
  /** Characters written and taken away. */
  readonly bytes: number;
  readonly effect: Effect;
}

/** The alternatives, the one to prefer first; at least one. */
export type Proposals = { readonly ok: true; readonly proposals: readonly Proposal[] } | Refusal;
