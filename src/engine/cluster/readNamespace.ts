import type { NamespaceContent } from '../manifest/ManifestSet.ts';
import type { Namespace } from './Cluster.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** Whether the cluster has the namespace: described, or something of the evaluation is in it. */
export const isInCluster = ({ name, objects, described }: NamespaceContent): boolean =>
  name !== '' && (described !== null || objects.some(({ type }) => type !== 'other'));

/** A namespace with the label `kubernetes.io/metadata.name`, its real name, as the API server sees to it. */
export const readNamespace = ({ name, described }: NamespaceContent): Namespace => ({
  name,
  labels: { ...described?.labels, [nameLabel]: name },
  described: described !== null,
  source: described?.source ?? null,
});
