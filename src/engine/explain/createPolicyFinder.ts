import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import { isEmptySelector } from '../labels/matchesSelector.ts';
import { matchLabels } from '../connectivity/matchesPeer.ts';
import type { Match } from '../labels/Match.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import { listMissingOfSelection } from './listMissingFacts.ts';
import type { MissingFact } from './MissingFact.ts';

/** A policy that selects a pod, or perhaps does; `missing` is then what would settle it. */
export interface SelectingPolicy {
  readonly policy: Policy;
  readonly match: Match;
  /** As if pods on the host network were like all others (`admitByRules`). */
  readonly byLabels: Match;
  readonly missing: readonly MissingFact[];
}

/** Which policies select a pod, straight from their selectors; each pod is looked at once for as long as it lives. */
export interface PolicyFinder {
  /** Those that do, for certain or perhaps; in the order of the import. */
  listSelecting(pod: Pod): readonly SelectingPolicy[];
  /** Those of its namespace that do not. */
  listOthers(pod: Pod): readonly Policy[];
  /** Those of other namespaces that select no pod there by the labels that they ask for, and would select this one. */
  listElsewhere(pod: Pod): readonly Policy[];
}

interface Sorted {
  readonly selecting: readonly SelectingPolicy[];
  readonly others: readonly Policy[];
}

export const createPolicyFinder = ({ cluster, tiers, knowledge }: Connectivity): PolicyFinder => {
  const byNamespace = new Map<string, readonly Policy[]>();
  /** Those that can select a pod of the namespace. */
  const listIn = (namespace: string): readonly Policy[] => {
    let found = byNamespace.get(namespace);
    if (found === undefined) {
      found = tiers.flatMap(({ policies }) =>
        policies.filter(
          ({ subject: { namespaces } }) => namespaces.type === 'selected' || namespaces.name === namespace,
        ),
      );
      byNamespace.set(namespace, found);
    }
    return found;
  };
  const known = new Map<number, Sorted>();

  const sort = (pod: Pod): Sorted => {
    const selecting: SelectingPolicy[] = [];
    const others: Policy[] = [];
    for (const policy of listIn(pod.namespace)) {
      const byLabels = matchLabels(policy.subject, pod, knowledge);
      if (byLabels === 'no') {
        others.push(policy);
        continue;
      }
      const match = pod.hostNetwork ? 'maybe' : byLabels;
      const missing = match === 'yes' ? [] : listMissingOfSelection(policy.subject, pod, knowledge);
      selecting.push({ policy, match, byLabels, missing });
    }
    return { selecting, others };
  };
  const find = (pod: Pod): Sorted => {
    let found = known.get(pod.index);
    if (found === undefined) {
      found = sort(pod);
      known.set(pod.index, found);
    }
    return found;
  };
  let podsByNamespace: ReadonlyMap<string, readonly Pod[]> | undefined;
  const isIdle = new Map<Policy, boolean>();
  const selectsNothing = (policy: Policy): boolean => {
    let known = isIdle.get(policy);
    if (known === undefined) {
      const own = (podsByNamespace ??= groupByNamespace(cluster.pods)).get(policy.namespace) ?? [];
      known = own.every((pod) => matchLabels(policy.subject, pod, knowledge) === 'no');
      isIdle.set(policy, known);
    }
    return known;
  };
  const isElsewhere = ({ subject: { namespaces, pods } }: Policy, pod: Pod): boolean =>
    namespaces.type === 'named' &&
    namespaces.name !== pod.namespace &&
    !isEmptySelector(pods) &&
    knowledge.matchPod(pods, pod) === 'yes';
  const listElsewhere = (pod: Pod): readonly Policy[] =>
    tiers.flatMap(({ policies }) => policies.filter((policy) => isElsewhere(policy, pod) && selectsNothing(policy)));
  return { listElsewhere, listSelecting: (pod) => find(pod).selecting, listOthers: (pod) => find(pod).others };
};

const groupByNamespace = (pods: readonly Pod[]): ReadonlyMap<string, readonly Pod[]> => {
  const groups = new Map<string, Pod[]>();
  for (const pod of pods) {
    const own = groups.get(pod.namespace);
    if (own === undefined) groups.set(pod.namespace, [pod]);
    else own.push(pod);
  }
  return groups;
};
