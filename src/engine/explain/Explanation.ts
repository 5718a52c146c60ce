import type { Admitted } from '../connectivity/Connectivity.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { PortSet, Protocol } from '../net/PortSet.ts';
import type { Direction, Origin, RuleOrigin } from '../policy/PolicyRule.ts';
import type { MissCause } from './MissCause.ts';
import type { MissingFact } from './MissingFact.ts';

/** `uncertain`: the import does not say enough; `MissingFact` names what is missing. */
export type Verdict = 'allowed' | 'denied' | 'uncertain';

/** A policy that isolates an end, or perhaps does: `missing` is then what would settle it, else empty. */
export interface IsolatingPolicy {
  readonly policy: ObjectId;
  readonly origin: Origin;
  readonly match: 'yes' | 'maybe';
  readonly missing: readonly MissingFact[];
}

/** A rule that admits the pair (or part of it) at one end, with the peer and port items that match. */
export interface AdmittingRule {
  readonly rule: RuleOrigin;
  /** `maybe`: its policy perhaps selects this end, or the peer item the other; `missing` is what would settle it. */
  readonly match: 'yes' | 'maybe';
  readonly missing: readonly MissingFact[];
  /** Position in the rule's `from`/`to`; null when the rule lists no peers (any peer). */
  readonly peerIndex: number | null;
  readonly peerOrigin: Origin | null;
  /** Positions in the rule's `ports` that contribute; null when it lists none (any port). */
  readonly portIndices: readonly number[] | null;
  /** The first of them. */
  readonly portOrigin: Origin | null;
  /** What this rule admits of the pair. */
  readonly ports: PortSet;
}

/** The rule of a policy that comes closest to admitting what was asked for, and what keeps it from that. */
export interface NearMiss {
  readonly policy: ObjectId;
  /** Null when it is the policy as a whole (`noRules`, `noDns`). */
  readonly rule: RuleOrigin | null;
  /** The peer and the port item that come closest, where they fail; positions in `from`/`to` and `ports`. */
  readonly peerIndex: number | null;
  readonly portIndex: number | null;
  /** The lines to look at: the failing item, else the rule, else the policy. */
  readonly origin: Origin;
  /** All that would have to change; at least one, the most telling first. */
  readonly causes: readonly MissCause[];
  /** How much would have to change; only to be compared with others (`measureDistance`). */
  readonly distance: number;
}

/**
 * What one end says.
 * - open: no policy selects it for this direction, so everything is allowed
 * - isolated: policies select it, or (all of them `maybe`) perhaps do; `admitting` are the rules that allow something of
 *   the pair, or of the port asked for
 * - external: outside the cluster, no policy is evaluated there · hostNetwork: taken as never selected, its traffic is
 *   the node's · self: a pod always reaches itself · node: the other end is on the host network of the pod's own node,
 *   and traffic between a pod and its node is always allowed, whatever policies say (docs/semantics)
 */
export interface EndReason {
  readonly direction: Direction;
  /** `namespace/Kind/name` or `external:…`. */
  readonly endpoint: string;
  readonly state: 'open' | 'isolated' | 'external' | 'hostNetwork' | 'self' | 'node';
  /** Of this end alone, for the port asked for; without one, `allowed` when any port is. */
  readonly verdict: Verdict;
  readonly isolatedBy: readonly IsolatingPolicy[];
  /** Those that admit it for certain first. */
  readonly admitting: readonly AdmittingRule[];
  /** When denied: one for each policy concerned, the likeliest first. */
  readonly nearMisses: readonly NearMiss[];
  /** When uncertain: what would settle it, the first thing first. */
  readonly missing: readonly MissingFact[];
  /** Everything this end admits of the pair, whatever the port asked for. */
  readonly admits: Admitted;
}

/** A Service's port that was asked for as if it were the pod's: connections arrive at `targets`. */
export interface AskedServicePort {
  readonly service: string;
  readonly port: number;
  readonly targets: readonly number[];
}

/** Verdict and reasons for a pair of endpoints, for one port or (port null) for the pair as a whole. */
export interface FlowExplanation {
  readonly from: string;
  readonly to: string;
  readonly port: { readonly protocol: Protocol; readonly port: number } | null;
  /** With port null: allowed when any port is. */
  readonly verdict: Verdict;
  /** The end to look at first: the one that denies (egress when both do), or that is uncertain; null when allowed. */
  readonly guilty: Direction | null;
  /** The flow: what both ends admit. */
  readonly ports: PortSet;
  /** What they admit beyond that, perhaps. */
  readonly uncertain: PortSet;
  readonly egress: EndReason;
  readonly ingress: EndReason;
  /** Not the cause of the verdict, but worth knowing: the port asked for is one of a Service only. */
  readonly servicePort: AskedServicePort | null;
  /** Every pair of pods of the two workloads has the same reasons; otherwise this is one pair among several kinds. */
  readonly sameForAllPods: boolean;
}
