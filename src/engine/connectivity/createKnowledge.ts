import type { Cluster, Pod } from '../cluster/Cluster.ts';
import { listUnknownLabels } from '../cluster/listUnknownLabels.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import { matchKnown, matchSelector } from '../labels/matchSelector.ts';
import type { Match } from '../labels/Match.ts';
import { createNamespaceLabels } from './createNamespaceLabels.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** What an import says of its namespaces and pods, and what it leaves open (docs/semantics, "Uncertain"). */
export interface Knowledge {
  /** What the import does not say is taken as absent, so that nothing is uncertain. */
  readonly assumesComplete: boolean;
  /** Whether a namespaceSelector takes in a namespace. */
  matchNamespace(selector: LabelSelector, namespace: string): Match;
  /** Whether a podSelector takes in a pod by its labels, wherever it is. */
  matchPod(selector: LabelSelector, pod: Pod): Match;
  /** Whether a pod may have addresses that the import does not tell. */
  hasUnknownAddress(pod: Pod): boolean;
}

/** Of a namespace that no Namespace object describes only the name is known. */
const isUnknownOfNamespace = (key: string): boolean => key !== nameLabel;

export const createKnowledge = (
  cluster: Pick<Cluster, 'namespaces'>,
  { assumeComplete }: { readonly assumeComplete: boolean },
): Knowledge => {
  const labelsOf = createNamespaceLabels(cluster);
  const described = new Set(cluster.namespaces.filter((namespace) => namespace.described).map(({ name }) => name));
  return {
    assumesComplete: assumeComplete,
    matchNamespace: (selector, namespace) =>
      assumeComplete || described.has(namespace)
        ? matchKnown(selector, labelsOf(namespace))
        : matchSelector(selector, labelsOf(namespace), isUnknownOfNamespace),
    matchPod: (selector, pod) => {
      const unknown = assumeComplete ? [] : listUnknownLabels(pod);
      if (unknown.length === 0) return matchKnown(selector, pod.labels);
      return matchSelector(selector, pod.labels, (key) => unknown.includes(key));
    },
    hasUnknownAddress: (pod) => !assumeComplete && pod.addresses.length === 0,
  };
};
