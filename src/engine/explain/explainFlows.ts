import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { EndReason, Verdict } from './Explanation.ts';
import type { MissingFact } from './MissingFact.ts';
import { explainWorkloadFlow } from './explainWorkloadFlow.ts';

/** What one end says of a flow, in short. */
export interface EndSummary {
  readonly state: EndReason['state'];
  readonly verdict: Verdict;
  /** Policies that admit it, each once, those that do for certain first; none: it denies, or none is asked. */
  readonly policies: readonly ObjectId[];
  /** When uncertain: the first thing that would settle it. */
  readonly missing: MissingFact | null;
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
    const explanation = explainWorkloadFlow(connectivity, from, to, { port: null, wants: 'verdict' });
    if (explanation === null) return null;
    const { verdict, egress, ingress } = explanation;
    return { verdict, egress: summariseEnd(egress), ingress: summariseEnd(ingress) };
  });

const summariseEnd = ({ state, verdict, admitting, missing }: EndReason): EndSummary => ({
  state,
  verdict,
  policies: [...new Set(admitting.map(({ rule }) => rule.policy))],
  missing: missing[0] ?? null,
});
