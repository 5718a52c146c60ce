import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { groupPairs } from './groupPairs.ts';
import { mergePairs, type PairEdge } from './PairEdge.ts';
import type { ItemList } from './listItems.ts';
import type { ExternalItem, ItemId } from './VisibleGraph.ts';

/** From so many ranges on, one line stands for all. */
const several = 3;

/** The two items that stand for several external ranges at once; their names are read out as they are. */
export const manySources: ItemId = 'external:many sources';
export const manyDestinations: ItemId = 'external:many destinations';

export interface ExternalBundles {
  readonly edges: readonly PairEdge[];
  readonly hubs: readonly ExternalItem[];
}

/**
 * Policies cut the address space into ranges, and "anywhere but …" touches nearly all of them: one item's flows with
 * several ranges on the same ports become one line to an item at the rim that stands for those ranges.
 */
export function bundleExternals(
  snapshot: WorkspaceSnapshot,
  pairs: readonly PairEdge[],
  list: ItemList,
): ExternalBundles {
  const externals = new Map(list.externals.map((item) => [item.id, item]));
  const { flows } = snapshot;
  const portsOf = ({ rows }: PairEdge): string =>
    [...new Set(rows.map((row) => `${flows.ports[row]}/${flows.partial[row]}`))].sort().join(' ');
  const { single, groups } = groupPairs(pairs, (pair) => {
    if (externals.has(pair.from)) return `${pair.verdict} in ${pair.to} ${portsOf(pair)}`;
    if (externals.has(pair.to)) return `${pair.verdict} out ${pair.from} ${portsOf(pair)}`;
    return null;
  });
  const ranges = { in: new Set<ItemId>(), out: new Set<ItemId>() };
  const counts = { in: 0, out: 0 };
  let isComplete = { in: true, out: true };
  const bundled = new Map<string, PairEdge[]>();
  const rest: PairEdge[] = [];
  for (const group of groups) {
    const { from, to, verdict } = group[0];
    const direction = externals.has(from) ? 'in' : 'out';
    if (group.length < several) {
      rest.push(...group);
      continue;
    }
    for (const pair of group) ranges[direction].add(direction === 'in' ? pair.from : pair.to);
    counts[direction] += group.reduce((sum, { rows }) => sum + rows.length, 0);
    if (group.length < externals.size) isComplete = { ...isComplete, [direction]: false };
    const key = `${verdict} ${direction} ${direction === 'in' ? to : from}`;
    bundled.set(key, [...(bundled.get(key) ?? []), ...group]);
  }
  const edges = [...bundled.values()].map((group) => {
    const from = group[0]?.from ?? '';
    const to = group[0]?.to ?? '';
    return externals.has(from) ? mergePairs(manySources, to, group) : mergePairs(from, manyDestinations, group);
  });
  const hubs = (['in', 'out'] as const).flatMap((direction): ExternalItem[] => {
    if (ranges[direction].size === 0) return [];
    return [
      {
        type: 'external',
        id: direction === 'in' ? manySources : manyDestinations,
        label: isComplete[direction] ? 'Anywhere outside' : 'Many ranges',
        ranges: [...ranges[direction]].map((id) => externals.get(id)?.label ?? id),
        rim: direction === 'in' ? 'left' : 'right',
        flowsIn: direction === 'out' ? counts.out : 0,
        flowsOut: direction === 'in' ? counts.in : 0,
        isHub: true,
      },
    ];
  });
  return { edges: [...single, ...rest, ...edges], hubs };
}
