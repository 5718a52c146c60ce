import type { Cluster } from '../cluster/Cluster.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** Looks up a namespace's labels by its name. */
export type NamespaceLabels = (namespace: string) => LabelSet;

/** Labels by namespace; of one that the cluster does not list, the label that each one carries (docs/semantics). */
export const createNamespaceLabels = (cluster: Pick<Cluster, 'namespaces'>): NamespaceLabels => {
  const known = new Map(cluster.namespaces.map(({ name, labels }) => [name, labels]));
  return (namespace) => known.get(namespace) ?? { [nameLabel]: namespace };
};
