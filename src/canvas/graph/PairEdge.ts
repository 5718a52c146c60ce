import type { MapFlows } from './MapFlows.ts';
import { rowVerdict } from './MapFlows.ts';
import type { ItemList } from './listItems.ts';
import type { EdgeVerdict } from './VisibleGraph.ts';

/** All flows of one verdict from one item to another. */
export interface PairEdge {
  /** Numbers of items in their list. */
  readonly from: number;
  readonly to: number;
  readonly verdict: EdgeVerdict;
  /** Rows of the flow table, ascending. */
  readonly rows: number[];
  /** Flows it stands for: its rows, or pairs that are open by default and have no row. */
  readonly count: number;
}

const codes: Readonly<Record<EdgeVerdict, number>> = { rule: 0, uncertain: 1, open: 2 };

/** One number for two items and a verdict; items are fewer than two to the twenty-fourth. */
export const pairKey = (from: number, to: number, verdict: EdgeVerdict): number =>
  (codes[verdict] * 0x1000000 + from) * 0x1000000 + to;

/** Flows between drawn items; what happens inside a collapsed namespace is not an edge. */
export function liftFlows(
  rows: ArrayLike<number>,
  { snapshot: { flows }, verdicts }: MapFlows,
  list: ItemList,
): PairEdge[] {
  const { itemOfNode } = list;
  const pairs = new Map<number, { from: number; to: number; verdict: EdgeVerdict; rows: number[]; count: number }>();
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    const source = itemOfNode[from]!;
    const target = itemOfNode[to]!;
    if (source < 0 || target < 0) continue;
    if (source === target && (from !== to || list.items[source]?.type === 'collapsed')) continue;
    const verdict = verdicts[row] === rowVerdict.uncertain ? 'uncertain' : 'rule';
    const key = pairKey(source, target, verdict);
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { from: source, to: target, verdict, rows: [row], count: 1 });
    else {
      pair.rows.push(row);
      pair.count += 1;
    }
  }
  return [...pairs.values()];
}

/** One edge for many: the same verdict, all rows. */
export function mergePairs(from: number, to: number, pairs: readonly PairEdge[]): PairEdge {
  const rows: number[] = [];
  let count = 0;
  for (const pair of pairs) {
    for (const row of pair.rows) rows.push(row);
    count += pair.count;
  }
  return { from, to, verdict: pairs[0]?.verdict ?? 'rule', rows: rows.sort((a, b) => a - b), count };
}
