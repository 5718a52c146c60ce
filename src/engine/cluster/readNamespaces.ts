import type { KubernetesObject, NamespaceObject } from '../manifest/KubernetesObject.ts';
import type { Namespace } from './Cluster.ts';

const nameLabel = 'kubernetes.io/metadata.name';

/**
 * The namespaces that Namespace objects describe, and those that pods, workloads, Services and policies are in. Each has
 * the label `kubernetes.io/metadata.name` with its real name, as the API server sees to it.
 */
export const readNamespaces = (objects: readonly KubernetesObject[]): readonly Namespace[] => {
  const described = new Map<string, NamespaceObject>();
  for (const object of objects) if (object.type === 'namespace') described.set(object.name, object);
  const names = new Set<string>();
  for (const { type, name, namespace } of objects) {
    if (type === 'namespace') names.add(name);
    else if (type !== 'other' && namespace !== '') names.add(namespace);
  }
  return [...names].map((name) => {
    const object = described.get(name);
    return {
      name,
      labels: { ...object?.labels, [nameLabel]: name },
      described: object !== undefined,
      source: object?.source ?? null,
    };
  });
};
