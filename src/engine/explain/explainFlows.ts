import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { EndReason, Verdict } from './Explanation.ts';
import { explainWorkloadFlow } from './explainWorkloadFlow.ts';

/** What one end says of a flow, in short: its state, and the policies that admit (none: it denies, or none is asked). */
export interface EndSummary {
  readonly state: EndReason['state'];
  /** Each once, in the order of their rules. */
  readonly policies: readonly ObjectId[];
}

/** Why a pair has the verdict it has, in the room of a table's cell. */
export interface FlowReason {
  readonly verdict: Verdict;
  readonly egress: EndSummary;
  readonly ingress: EndSummary;
}

/** A pair of nodes by id, as `explainWorkloadFlow` takes them. */
export interface FlowPair {
  readonly from: string;
  readonly to: string;
}

/** Short reasons for many pairs, in their order; null where an id is unknown or there is no such pair. */
export const explainFlows = (connectivity: Connectivity, pairs: readonly FlowPair[]): readonly (FlowReason | null)[] =>
  pairs.map(({ from, to }) => {
    const explanation = explainWorkloadFlow(connectivity, from, to, null);
    if (explanation === null) return null;
    const { verdict, egress, ingress } = explanation;
    return { verdict, egress: summariseEnd(egress), ingress: summariseEnd(ingress) };
  });

const summariseEnd = ({ state, admitting }: EndReason): EndSummary => ({
  state,
  policies: [...new Set(admitting.map(({ rule }) => rule.policy))],
});
