import type { MapFlows } from './MapFlows.ts';
import type { ItemList } from './listItems.ts';
import { pairKey, type PairEdge } from './PairEdge.ts';
import { rowVerdict } from './MapFlows.ts';
import { toDrawnEdge } from './toDrawnEdge.ts';
import type { DrawnEdge, Item } from './VisibleGraph.ts';

/**
 * The lines of the map seen from far away: one from frame to frame for all flows between them, those included that marks
 * stand for near by. What happens inside a frame is too small to be seen. `hubbed`: the lines seen from near, for those that end at
 * many external ranges at once and for those that have no rows.
 */
export function liftToFrames(
  index: MapFlows,
  list: ItemList,
  {
    rows,
    hubbed,
    items,
  }: {
    readonly rows: ArrayLike<number>;
    readonly hubbed: readonly PairEdge[];
    readonly items: (at: number) => Item;
  },
): readonly DrawnEdge[] {
  const { flows, workloads } = index.snapshot;
  const pairs = new Map<
    number,
    { from: number; to: number; verdict: PairEdge['verdict']; rows: number[]; count: number }
  >();
  const add = (from: number, to: number, verdict: PairEdge['verdict'], row: number, count: number): void => {
    if (from < 0 || to < 0 || from === to) return;
    const key = pairKey(from, to, verdict);
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = { from, to, verdict, rows: [], count: 0 }));
    if (row >= 0) pair.rows.push(row);
    pair.count += count;
  };
  const home = (item: number): number => (item >= 0 && list.frameOf[item]! >= 0 ? list.frameOf[item]! : item);
  const inCluster = workloads.length;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    if (from >= inCluster || to >= inCluster) continue;
    const verdict = index.verdicts[row] === rowVerdict.uncertain ? 'uncertain' : 'rule';
    add(home(list.itemOfNode[from]!), home(list.itemOfNode[to]!), verdict, row, 1);
  }
  for (const { from, to, verdict, rows: own, count } of hubbed) {
    const isOutside = items(from).type === 'external' || items(to).type === 'external';
    if (own.length === 0) add(home(from), home(to), verdict, -1, count);
    else if (isOutside) for (const row of own) add(home(from), home(to), verdict, row, 1);
  }
  return [...pairs.values()].map((pair) => toDrawnEdge(index, pair, items));
}
