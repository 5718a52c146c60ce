import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { toDrawnEdge } from './buildVisibleGraph.ts';
import { pairKey, type PairEdge } from './PairEdge.ts';
import { namespaceItem, type DrawnEdge, type EdgeVerdict, type ItemId, type VisibleGraph } from './VisibleGraph.ts';

/**
 * The lines of the map seen from far away: one from frame to frame for all flows between them, those included that marks
 * stand for near by. What happens inside a frame is too small to be seen.
 */
export function liftToFrames(snapshot: WorkspaceSnapshot, { items, edges }: VisibleGraph): readonly DrawnEdge[] {
  const pairs = new Map<string, { from: ItemId; to: ItemId; verdict: EdgeVerdict; rows: Set<number> }>();
  const add = (from: ItemId, to: ItemId, verdict: EdgeVerdict, rows: readonly number[]): void => {
    if (from === to) return;
    const key = pairKey(from, to, verdict);
    const pair = pairs.get(key) ?? { from, to, verdict, rows: new Set() };
    for (const row of rows) pair.rows.add(row);
    pairs.set(key, pair);
  };
  const home = (id: ItemId): ItemId => {
    const item = items.get(id);
    return item?.type === 'card' ? item.frame : id;
  };
  const homeOfNode = (node: number): ItemId => namespaceItem(snapshot.workloads[node]?.namespace ?? '');
  for (const { from, to, verdict, flows } of edges) add(home(from), home(to), verdict, flows);
  for (const item of items.values()) {
    if (item.type !== 'card') continue;
    for (const reach of [item.reaches, item.reachedFrom]) {
      for (const row of reach?.flows ?? []) {
        const from = homeOfNode(snapshot.flows.from[row] ?? 0);
        const to = homeOfNode(snapshot.flows.to[row] ?? 0);
        add(from, to, reach?.verdict ?? 'rule', [row]);
      }
    }
  }
  return [...pairs.values()].map(({ rows, ...ends }) => {
    const pair: PairEdge = { ...ends, rows: [...rows].sort((a, b) => a - b) };
    return toDrawnEdge(snapshot, pair);
  });
}
