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
  const lists: (readonly unknown[])[] = parts.map((part) => part[name]);
  const former: (readonly unknown[])[] = previous?.parts.map((part) => part[name]) ?? [];
  const isSame = (index: number): boolean => lists[index] === former[index];
  const join = (some: readonly (readonly unknown[])[]): readonly unknown[] => some.flat();
  if (previous === undefined || lists.length !== former.length) return join(lists) as unknown as Cluster[Name];
  let first = 0;
  while (first < lists.length && isSame(first)) first += 1;
  if (first === lists.length) return previous[name];
  let last = lists.length - 1;
  while (isSame(last)) last -= 1;
  // What stands before and after is copied in one go each.
  const start = countItems(former.slice(0, first));
  const end = previous[name].length - countItems(former.slice(last + 1));
  const all = previous[name] as readonly unknown[];
  return all.slice(0, start).concat(join(lists.slice(first, last + 1)), all.slice(end)) as unknown as Cluster[Name];
};

const countItems = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, { length }) => sum + length, 0);
