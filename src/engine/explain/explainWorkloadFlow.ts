import type { Connectivity } from '../connectivity/Connectivity.ts';
import { findNode } from '../connectivity/findNode.ts';
import type { FlowExplanation } from './Explanation.ts';
import { explainPair } from './explainFlow.ts';
import { listPodPairs } from './listPodPairs.ts';

/**
 * The verdict for two nodes by id (a workload, a pod or an external endpoint) with the reasons of one pair of their pods:
 * one that flows, if any does. `sameForAllPods` says whether it speaks for all pairs; `from` and `to` are the ids asked
 * for, the ends' `endpoint` those of the pair. Null when an id is unknown or there is no such pair (two externals).
 */
export const explainWorkloadFlow = (
  connectivity: Connectivity,
  fromId: string,
  toId: string,
  port: FlowExplanation['port'],
): FlowExplanation | null => {
  const from = findNode(connectivity, fromId);
  const to = findNode(connectivity, toId);
  if (from === null || to === null) return null;
  const pairs = listPodPairs(connectivity, from, to);
  let chosen: FlowExplanation | null = null;
  for (const pair of pairs) {
    const explanation = explainPair(connectivity, pair, port);
    if (chosen === null || explanation.verdict === 'allowed') chosen = explanation;
    if (chosen.verdict === 'allowed') break;
  }
  return chosen && { ...chosen, from: fromId, to: toId, sameForAllPods: pairs.length === 1 };
};
