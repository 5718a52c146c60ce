import type { ManifestSet } from '../manifest/ManifestSet.ts';
import { keepEqual } from '../manifest/sortProblems.ts';
import type { Cluster, NamespacePart } from './Cluster.ts';
import { isInCluster } from './readNamespace.ts';
import { readPart } from './readPart.ts';

/**
 * Who is there: namespaces, workloads with their pods, Services. A workload has its real pods when the import has any,
 * else one representative made from its template. With the cluster that was read before, namespaces whose objects are the
 * same are taken over; the rest is looking at each namespace and copying the lists.
 */
export const readCluster = (manifests: Pick<ManifestSet, 'namespaces'>, previous?: Cluster): Cluster => {
  const former = new Map(previous?.parts.map((part) => [part.namespace.name, part]));
  const parts: NamespacePart[] = [];
  const start = { firstWorkload: 0, firstPod: 0 };
  for (const content of manifests.namespaces.values()) {
    if (!isInCluster(content)) continue;
    const part = readPart(content, start, former.get(content.name));
    parts.push(part);
    start.firstWorkload += part.workloads.length;
    start.firstPod += part.pods.length;
  }
  return {
    namespaces: keepEqual(
      parts.map(({ namespace }) => namespace),
      previous?.namespaces,
    ),
    workloads: joinLists(parts, 'workloads', previous),
    pods: joinLists(parts, 'pods', previous),
    services: joinLists(parts, 'services', previous),
    parts: keepEqual(parts, previous?.parts),
  };
};

type ListName = 'workloads' | 'pods' | 'services';

const joinLists = <Name extends ListName>(
  parts: readonly NamespacePart[],
  name: Name,
  previous: Cluster | undefined,
): Cluster[Name] => {
  const isSame =
    previous?.parts.length === parts.length &&
    parts.every((part, index) => part[name] === previous.parts[index]![name]);
  return isSame
    ? previous[name]
    : (parts.flatMap((part) => part[name] as readonly unknown[]) as unknown as Cluster[Name]);
};
