import type { MapFlows } from './MapFlows.ts';
import { namespaceItem, type ItemId, type VisibleGraph } from './VisibleGraph.ts';

/** What can be searched for: made when it is first asked, then kept. */
export interface SearchWords {
  /** Items with the wanted words (in small letters) in a name, label, kind, port, Service, pod or address. */
  readonly find: (wanted: string, graph: VisibleGraph) => ReadonlySet<ItemId>;
}

export function createSearchWords({ snapshot }: MapFlows): SearchWords {
  let words: readonly string[] | null = null;
  const wordsOfNodes = (): readonly string[] =>
    (words ??= [
      ...snapshot.workloads.map(({ id, kind, namespace, name, labels, services, pods, ports }) =>
        [
          id,
          `${namespace}/${name}`,
          kind,
          ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
          ...services,
          ...ports.map(({ port }) => `${port}`),
          ...pods.flatMap((pod) => [pod.name, ...pod.ips]),
        ]
          .join(' ')
          .toLowerCase(),
      ),
      ...snapshot.externals.map(({ label, ranges }) => `${label} ${ranges.join(' ')}`.toLowerCase()),
    ]);
  return {
    find: (wanted, { items }) => {
      const found = new Set<ItemId>();
      wordsOfNodes().forEach((own, node) => {
        if (!own.includes(wanted)) return;
        const workload = snapshot.workloads[node];
        const id = workload?.id ?? snapshot.externals[node - snapshot.workloads.length]!.id;
        if (items.has(id)) found.add(id);
        else if (workload !== undefined) found.add(namespaceItem(workload.namespace));
      });
      for (const item of items.values()) {
        if (
          item.type === 'external' &&
          item.isHub &&
          `${item.label} ${item.ranges.join(' ')}`.toLowerCase().includes(wanted)
        )
          found.add(item.id);
        if ((item.type === 'frame' || item.type === 'collapsed') && item.name.toLowerCase().includes(wanted)) {
          found.add(item.id);
        }
      }
      return found;
    },
  };
}
