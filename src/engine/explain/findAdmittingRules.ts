import type { Connectivity } from '../connectivity/Connectivity.ts';
import { findNode } from '../connectivity/findNode.ts';
import { unionPorts } from '../net/portAlgebra.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { AdmittingRule } from './Explanation.ts';
import { explainPair } from './explainFlow.ts';
import { listPodPairs } from './listPodPairs.ts';

/** By end, the rules that admit something between two nodes. */
export type AdmittingRules = Readonly<Record<Direction, readonly AdmittingRule[]>>;

/**
 * Every rule, with the peer item that matches, that admits something from one node to another for any pair of their pods:
 * what allows an edge, and what must go for it to go. Nodes by id; null when one is unknown. An end that is not isolated
 * has no such rules.
 */
export const findAdmittingRules = (connectivity: Connectivity, fromId: string, toId: string): AdmittingRules | null => {
  const from = findNode(connectivity, fromId);
  const to = findNode(connectivity, toId);
  if (from === null || to === null) return null;
  const explanations = listPodPairs(connectivity, from, to).map((pair) => explainPair(connectivity, pair, null));
  return {
    egress: mergeRules(explanations.flatMap(({ egress }) => egress.admitting)),
    ingress: mergeRules(explanations.flatMap(({ ingress }) => ingress.admitting)),
  };
};

/** A rule and peer that admit several pairs of pods once, with the ports of all of them. */
const mergeRules = (rules: readonly AdmittingRule[]): AdmittingRule[] => {
  const merged = new Map<string, AdmittingRule>();
  for (const rule of rules) {
    const key = `${rule.rule.policy} ${rule.rule.index} ${rule.peerIndex}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? rule
        : {
            ...known,
            ports: unionPorts(known.ports, rule.ports),
            portIndices:
              known.portIndices &&
              [...new Set([...known.portIndices, ...(rule.portIndices ?? [])])].sort((a, b) => a - b),
          },
    );
  }
  return [...merged.values()];
};
