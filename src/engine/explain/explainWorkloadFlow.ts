import type { Connectivity } from '../connectivity/Connectivity.ts';
import { findNode } from '../connectivity/findNode.ts';
import type { FlowExplanation, Verdict } from './Explanation.ts';
import { explainPair } from './explainFlow.ts';
import { createPolicyFinder } from './createPolicyFinder.ts';
import type { FlowQuestion } from './explainFlow.ts';
import type { EndpointPair } from './listPodPairs.ts';
import { listPodPairs } from './listPodPairs.ts';

/**
 * The verdict for two nodes by id (a workload, a pod or an external endpoint) with the reasons of one pair of their pods:
 * one that flows, if any does, else one that perhaps does. `sameForAllPods` says whether it speaks for all pairs; `from`
 * and `to` are the ids asked for, the ends' `endpoint` those of the pair. Null when an id is unknown or there is no such
 * pair (two externals).
 */
export const explainWorkloadFlow = (
  connectivity: Connectivity,
  fromId: string,
  toId: string,
  question: FlowQuestion,
): FlowExplanation | null => {
  const from = findNode(connectivity, fromId);
  const to = findNode(connectivity, toId);
  if (from === null || to === null) return null;
  const pairs = listPodPairs(connectivity, from, to);
  const finder = createPolicyFinder(connectivity);
  const pair = choosePair(pairs, (each) => explainPair(connectivity, each, { ...question, wants: 'verdict' }, finder));
  if (pair === null) return null;
  const chosen = explainPair(connectivity, pair, question, finder);
  return { ...chosen, from: fromId, to: toId, sameForAllPods: pairs.length === 1 };
};

/** The first pair with the best verdict; a single one is not asked. */
const choosePair = (
  pairs: readonly EndpointPair[],
  decide: (pair: EndpointPair) => FlowExplanation,
): EndpointPair | null => {
  if (pairs.length < 2) return pairs[0] ?? null;
  let chosen: { readonly pair: EndpointPair; readonly verdict: Verdict } | null = null;
  for (const pair of pairs) {
    const { verdict } = decide(pair);
    if (chosen === null || order[verdict] < order[chosen.verdict]) chosen = { pair, verdict };
    if (verdict === 'allowed') break;
  }
  return chosen?.pair ?? null;
};

const order: Readonly<Record<Verdict, number>> = { allowed: 0, uncertain: 1, denied: 2 };
