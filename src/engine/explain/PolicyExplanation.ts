import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Origin, RuleOrigin } from '../policy/PolicyRule.ts';
import type { MissCause } from './MissCause.ts';

/** What a policy does in this workspace. Nodes by id. */
export interface PolicyExplanation {
  readonly policy: ObjectId;
  readonly selects: Selected;
  /** What comes closest to being selected, when nothing is; null also when its namespace has no pods at all. */
  readonly nearest: NearestPod | null;
  /** Those that count, ingress before egress, in the order of the text; then those of a direction that policyTypes omits. */
  readonly rules: readonly RuleExplanation[];
}

/** Pods by workload. `perhaps`: taken in if what the import does not say turns out so; not among `pods`. */
export interface Selected {
  readonly pods: number;
  readonly perhaps: number;
  /** Those with at least one; the first `shownWorkloads` of them. */
  readonly workloads: readonly { readonly id: string; readonly pods: number; readonly perhaps: number }[];
  readonly workloadCount: number;
  readonly namespaces: readonly string[];
}

/** A pod that a selection misses by the least. */
export interface NearestPod {
  readonly pod: string;
  readonly causes: readonly MissCause[];
}

/**
 * What a rule is good for, as the workspace stands. Only a `needed` rule changes a flow when it goes (and its policy goes
 * on isolating what it selects).
 * - needed: `only` are the flows that go with it
 * - covered: whatever it admits, rules of `coveredBy` admit too
 * - blocked: it admits what no other rule does, and the other ends deny all of it
 * - idle: it admits nothing: its policy selects no pod, or its peers or its ports match nothing
 * - ignored: policyTypes does not list its direction
 */
export type RuleUse = 'needed' | 'covered' | 'blocked' | 'idle' | 'ignored';

export interface RuleExplanation {
  readonly direction: Direction;
  readonly rule: RuleOrigin;
  readonly use: RuleUse;
  /** null: any peer. */
  readonly peers: readonly PeerExplanation[] | null;
  /** null: any port. */
  readonly ports: readonly PortExplanation[] | null;
  /** Pairs of workloads and external endpoints that flow on some of its ports, for certain or perhaps. */
  readonly flowCount: number;
  /** Flows that would go with this rule, by from then to; the first `shownFlows` of `onlyCount`. */
  readonly only: readonly LostFlow[];
  readonly onlyCount: number;
  readonly coveredBy: readonly RuleOrigin[];
}

/** `ports`: no longer allowed for certain (between some of their pods) · `uncertain`: perhaps allowed now, and not then. */
export interface LostFlow {
  readonly from: string;
  readonly to: string;
  readonly ports: PortSet;
  readonly uncertain: PortSet;
}

export interface PeerExplanation {
  readonly index: number;
  readonly origin: Origin;
  readonly takes: Selected;
  /** Labels of the external endpoints that it takes in. */
  readonly externals: readonly string[];
  /** What comes closest, when it takes in nothing. */
  readonly nearest: NearestPod | null;
}

export interface PortExplanation {
  readonly index: number;
  readonly origin: Origin;
  /** Destinations (workloads, external endpoints) that the rule speaks of, and those where this item is some port. */
  readonly destinations: number;
  readonly matched: number;
  /** Why it is no port anywhere, or most likely not the one that is meant; null when there is nothing to say. */
  readonly cause: MissCause | null;
}

/** How many workloads and flows an explanation names; counts are always of all. */
export const shownWorkloads = 50;
export const shownFlows = 200;
