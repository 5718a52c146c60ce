import type { Pod } from '../cluster/Cluster.ts';
import type { Knowledge } from '../connectivity/createKnowledge.ts';
import { listRequirements, selectorOf } from '../labels/listRequirements.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import type { Match } from '../labels/Match.ts';
import type { Peer, PodSelection } from '../policy/PolicyRule.ts';
import type { MissingFact } from './MissingFact.ts';
import type { OtherEnd } from './Situation.ts';

/** What would have to be known to say whether a selection takes in a pod; only for one that perhaps does. */
export const listMissingOfSelection = (
  { namespaces, pods }: PodSelection,
  pod: Pod,
  knowledge: Knowledge,
): readonly MissingFact[] => {
  const podKeys = unknownKeys(pods, (selector) => knowledge.matchPod(selector, pod));
  const namespaceKeys =
    namespaces.type === 'named'
      ? []
      : unknownKeys(namespaces.selector, (selector) => knowledge.matchNamespace(selector, pod.namespace));
  const facts: MissingFact[] = [];
  if (namespaceKeys.length > 0) facts.push({ code: 'namespaceLabels', namespace: pod.namespace, keys: namespaceKeys });
  if (podKeys.length > 0) facts.push({ code: 'controllerLabels', pod: pod.id, keys: podKeys });
  if (pod.hostNetwork) facts.push({ code: 'hostNetwork', pod: pod.id });
  return facts;
};

/** The same for a peer item and the other end. */
export const listMissingOfPeer = (peer: Peer, other: OtherEnd, knowledge: Knowledge): readonly MissingFact[] => {
  if (other.type === 'external') return [];
  if (peer.type === 'addresses') return [{ code: 'addresses', pod: other.pod.id, cidr: peer.cidr }];
  return listMissingOfSelection(peer.selection, other.pod, knowledge);
};

/** Each fact once, in order of appearance. */
export const uniteFacts = (facts: readonly MissingFact[]): readonly MissingFact[] => {
  const known = new Map(facts.map((fact) => [JSON.stringify(fact), fact] as const).reverse());
  return [...known.values()].reverse();
};

const unknownKeys = (selector: LabelSelector, match: (selector: LabelSelector) => Match): readonly string[] => [
  ...new Set(
    listRequirements(selector)
      .filter((requirement) => match(selectorOf(requirement)) === 'maybe')
      .map(({ key }) => key),
  ),
];
