import type { MapFlows } from './MapFlows.ts';
import { groupPairs, pairsOf } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';
import { mergePairs, type PairEdge } from './PairEdge.ts';
import type { ExternalItem, ItemId } from './VisibleGraph.ts';

/** From so many ranges on, one line stands for all. */
const several = 3;

/** The two items that stand for several external ranges at once; their names are read out as they are. */
export const manySources: ItemId = 'external:many sources';
export const manyDestinations: ItemId = 'external:many destinations';

export interface ExternalBundles {
  readonly edges: readonly PairEdge[];
  /** By their number in the list. */
  readonly hubs: ReadonlyMap<number, ExternalItem>;
}

/**
 * Policies cut the address space into ranges, and "anywhere but …" touches nearly all of them: one item's flows with
 * several ranges on the same ports become one line to an item at the rim that stands for those ranges. `list.hubs` are the
 * numbers kept free for the two.
 */
export function bundleExternals(index: MapFlows, pairs: readonly PairEdge[], list: ItemList): ExternalBundles {
  const isExternal = (item: number): boolean => list.items[item]?.type === 'external';
  const keys = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  };
  const { single, groups } = groupPairs(pairs, (pair) => {
    if (isExternal(pair.from)) return numberOf(`${pair.verdict} in ${pair.to} ${portsOf(index, pair)}`);
    if (isExternal(pair.to)) return numberOf(`${pair.verdict} out ${pair.from} ${portsOf(index, pair)}`);
    return -1;
  });
  const ranges = { in: new Set<number>(), out: new Set<number>() };
  const counts = { in: 0, out: 0 };
  const isComplete = { in: true, out: true };
  const bundled = new Map<string, PairEdge[]>();
  const rest: PairEdge[] = [];
  for (const one of groups) {
    const group = pairsOf(one);
    const { from, to, verdict } = group[0];
    const direction = isExternal(from) ? 'in' : 'out';
    if (group.length < several) {
      rest.push(...group);
      continue;
    }
    for (const pair of group) {
      ranges[direction].add(direction === 'in' ? pair.from : pair.to);
      counts[direction] += pair.count;
    }
    if (group.length < list.externals) isComplete[direction] = false;
    const key = `${verdict} ${direction} ${direction === 'in' ? to : from}`;
    bundled.set(key, [...(bundled.get(key) ?? []), ...group]);
  }
  const edges = [...bundled.values()].map((group) => {
    const { from, to } = group[0]!;
    return isExternal(from) ? mergePairs(list.hubs.in, to, group) : mergePairs(from, list.hubs.out, group);
  });
  const hubs = new Map<number, ExternalItem>();
  for (const direction of ['in', 'out'] as const) {
    if (ranges[direction].size === 0) continue;
    hubs.set(list.hubs[direction], {
      type: 'external',
      id: direction === 'in' ? manySources : manyDestinations,
      label: isComplete[direction] ? 'Anywhere outside' : 'Many ranges',
      ranges: [...ranges[direction]].map((item) => labelOf(list, item)),
      rim: direction === 'in' ? 'left' : 'right',
      flowsIn: direction === 'out' ? counts.out : 0,
      flowsOut: direction === 'in' ? counts.in : 0,
      isHub: true,
    });
  }
  return { edges: [...single, ...rest, ...edges], hubs };
}

function labelOf({ items }: ItemList, at: number): string {
  const item = items[at];
  return item?.type === 'external' ? item.label : (item?.id ?? '');
}

/** The same for pairs whose flows have the same ports. */
function portsOf({ snapshot: { flows } }: MapFlows, { rows }: PairEdge): string {
  const [first = -1] = rows;
  if (rows.length === 1) return `${flows.ports[first]}/${flows.partial[first]}`;
  return [...new Set(rows.map((row) => `${flows.ports[row]}/${flows.partial[row]}`))].sort().join(' ');
}
