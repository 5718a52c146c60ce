import type { MapFlows } from './MapFlows.ts';
import type { ItemList } from './listItems.ts';
import type { PairEdge } from './PairEdge.ts';

/** More lines of this kind than that say nothing any more; the rest is counted. */
const most = 600;

/** From so many pairs on, they are drawn from namespace to namespace. */
const few = 240;

/** Pairs of different nodes that are open by default, for all of their pods or for some; from outside to outside is nobody's business. */
export function countOpenPairs({ snapshot: { workloads, externals }, openRows }: MapFlows): number {
  let egress = 0;
  let ingress = 0;
  let both = 0;
  for (const workload of workloads) {
    const isOut = workload.egress === 'open';
    const isIn = workload.ingress === 'open';
    if (isOut) egress += 1;
    if (isIn) ingress += 1;
    if (isOut && isIn) both += 1;
  }
  return egress * ingress - both + externals.length * (egress + ingress) + openRows.length;
}

export interface OpenPairs {
  readonly pairs: readonly PairEdge[];
  /** Flows that are open by default and that no pair stands for. */
  readonly left: number;
}

/**
 * Lines for what is open by default at both ends: one by one where they are few, else between namespaces, the broadest first. They have no rows
 * in the flow table: the shields say them.
 */
export function listOpenPairs(index: MapFlows, list: ItemList): OpenPairs {
  const total = countOpenPairs(index);
  const byItem = total > few;
  const sides = { out: new Map<number, number>(), in: new Map<number, number>(), both: new Map<number, number>() };
  const add = (side: Map<number, number>, item: number): unknown => side.set(item, (side.get(item) ?? 0) + 1);
  const { workloads } = index.snapshot;
  for (let node = 0; node < index.nodeCount; node += 1) {
    const own = list.itemOfNode[node]!;
    if (own < 0) continue;
    const frame = list.frameOf[own]!;
    const item = byItem && frame >= 0 ? frame : own;
    const workload = workloads[node];
    const isOut = workload === undefined || workload.egress === 'open';
    const isIn = workload === undefined || workload.ingress === 'open';
    if (isOut) add(sides.out, item);
    if (isIn) add(sides.in, item);
    if (isOut && isIn) add(sides.both, item);
  }
  const isOutside = (item: number): boolean => list.items[item]?.type === 'external';
  const pairs: PairEdge[] = [];
  for (const [from, sources] of sides.out) {
    for (const [to, targets] of sides.in) {
      if (isOutside(from) && isOutside(to)) continue;
      const count = sources * targets - (from === to ? (sides.both.get(from) ?? 0) : 0);
      // Within a frame or a card there is no room for a line that says "everything".
      if (count > 0 && from !== to) pairs.push({ from, to, verdict: 'open', rows: [], count });
    }
  }
  const { flows } = index.snapshot;
  for (const row of index.openRows) {
    const from = list.itemOfNode[flows.from[row]!]!;
    const to = list.itemOfNode[flows.to[row]!]!;
    if (from >= 0 && to >= 0 && from !== to) pairs.push({ from, to, verdict: 'open', rows: [row], count: 1 });
  }
  const drawn = pairs.length <= most ? pairs : pairs.sort((a, b) => b.count - a.count).slice(0, most);
  return { pairs: drawn, left: total - drawn.reduce((sum, { count }) => sum + count, 0) };
}
