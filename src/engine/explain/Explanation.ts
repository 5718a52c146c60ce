import type { PortSet, Protocol } from '../net/PortSet.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { Direction, Origin, RuleOrigin } from '../policy/PolicyRule.ts';

export type Verdict = 'allowed' | 'denied';

/** A rule that admits the pair (or part of it) at one end, with the peer and port items that match. */
export interface AdmittingRule {
  readonly rule: RuleOrigin;
  /** Position in the rule's `from`/`to`; null when the rule lists no peers (any peer). */
  readonly peerIndex: number | null;
  readonly peerOrigin: Origin | null;
  /** Positions in the rule's `ports` that contribute; null when it lists none (any port). */
  readonly portIndices: readonly number[] | null;
  /** What this rule admits of the pair. */
  readonly ports: PortSet;
}

/**
 * Why a policy that isolates this end admits nothing (or not this port): the rule that comes closest and what fails.
 * `peer`: no peer item matches · `port`: a peer matches but the port is not listed · `noRules`: the policy has no rule in
 * this direction · `ignored`: a rule is written, but policyTypes does not list its direction
 */
export interface NearMiss {
  readonly policy: ObjectId;
  readonly rule: RuleOrigin | null;
  readonly because: 'peer' | 'port' | 'noRules' | 'ignored';
}

/**
 * What one end says.
 * - open: no policy selects it for this direction, so everything is allowed
 * - isolated: policies select it; `admitting` are the rules that allow something of the pair (none: this end denies it)
 * - external: outside the cluster, no policy is evaluated there · hostNetwork: never selected, its traffic is the node's
 * - self: a pod always reaches itself · node: the other end is on the host network of the pod's own node, and traffic
 *   between a pod and its node is always allowed, whatever policies say (docs/semantics)
 */
export interface EndReason {
  readonly direction: Direction;
  /** `namespace/Kind/name` or `external:…`. */
  readonly endpoint: string;
  readonly state: 'open' | 'isolated' | 'external' | 'hostNetwork' | 'self' | 'node';
  readonly isolatedBy: readonly { readonly policy: ObjectId; readonly origin: Origin }[];
  readonly admitting: readonly AdmittingRule[];
  readonly nearMisses: readonly NearMiss[];
  /** Everything this end admits of the pair, whatever the port asked for. */
  readonly admits: PortSet;
}

/** Verdict and reasons for a pair of endpoints, for one port or (port null) for the pair as a whole. */
export interface FlowExplanation {
  readonly from: string;
  readonly to: string;
  readonly port: { readonly protocol: Protocol; readonly port: number } | null;
  /** With port null: allowed when any port is. */
  readonly verdict: Verdict;
  /** The flow: what both ends admit. */
  readonly ports: PortSet;
  readonly egress: EndReason;
  readonly ingress: EndReason;
  /** Every pair of pods of the two workloads has the same reasons; otherwise this is one pair among several kinds. */
  readonly sameForAllPods: boolean;
}
