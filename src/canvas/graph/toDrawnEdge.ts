import { describeRows } from './describeRows.ts';
import type { MapFlows } from './MapFlows.ts';
import type { PairEdge } from './PairEdge.ts';
import type { DrawnEdge, EdgeVerdict, Item, ItemId } from './VisibleGraph.ts';

export const edgeId = (from: ItemId, to: ItemId, verdict: EdgeVerdict): string => `${verdict} ${from} → ${to}`;

/** `items`: the item of a number. */
export function toDrawnEdge(index: MapFlows, pair: PairEdge, items: (at: number) => Item): DrawnEdge {
  const source = items(pair.from);
  const target = items(pair.to);
  const isPair = pair.count === 1 && isNode(source) && isNode(target);
  const { ports, partial, doubt } = describeRows(index, pair.rows);
  return {
    id: edgeId(source.id, target.id, pair.verdict),
    from: source.id,
    to: target.id,
    verdict: pair.verdict,
    ports,
    partial,
    doubt,
    change: null,
    count: pair.count,
    flows: pair.rows,
    pair: isPair ? { from: source.id, to: target.id } : null,
  };
}

const isNode = (item: Item): boolean => item.type === 'card' || (item.type === 'external' && !item.isHub);
