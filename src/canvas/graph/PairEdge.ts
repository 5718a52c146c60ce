import type { FlowRow } from './flowRows.ts';
import type { ItemList } from './listItems.ts';
import type { EdgeVerdict, ItemId } from './VisibleGraph.ts';

/** All flows of one verdict from one item to another. */
export interface PairEdge {
  readonly from: ItemId;
  readonly to: ItemId;
  readonly verdict: EdgeVerdict;
  readonly rows: readonly number[];
}

export const pairKey = (from: ItemId, to: ItemId, verdict: EdgeVerdict): string => `${verdict} ${from} → ${to}`;

/** Flows between drawn items; what happens inside a collapsed namespace is not an edge. */
export function liftFlows(rows: readonly FlowRow[], { itemOfNode }: ItemList): readonly PairEdge[] {
  const pairs = new Map<string, { from: ItemId; to: ItemId; verdict: EdgeVerdict; rows: number[] }>();
  for (const { row, from, to, verdict } of rows) {
    const source = itemOfNode[from];
    const target = itemOfNode[to];
    if (source === undefined || target === undefined || (source === target && from !== to)) continue;
    if (source === target && source.startsWith('namespace:')) continue;
    const key = pairKey(source, target, verdict);
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { from: source, to: target, verdict, rows: [row] });
    else pair.rows.push(row);
  }
  return [...pairs.values()];
}

/** One edge for many: the same ends and verdict, all rows. */
export const mergePairs = (from: ItemId, to: ItemId, pairs: readonly PairEdge[]): PairEdge => ({
  from,
  to,
  verdict: pairs[0]?.verdict ?? 'rule',
  rows: pairs.flatMap(({ rows }) => rows).sort((a, b) => a - b),
});
