import type { LayoutResult } from '../../store/state.ts';
import { touches, type Box } from './Box.ts';
import { placeOf } from './arrangeBoxes.ts';
import { movePlaces } from './movePlaces.ts';
import { collapsedSize, sizeOf } from './sizes.ts';
import type { ItemId, VisibleGraph } from './VisibleGraph.ts';

const gap = 44;

/**
 * A namespace was unfolded where its card stood: what lies right of it or below moves just so far that nothing overlaps.
 * Inserting whole columns and rows keeps the rest of the picture in order.
 */
export function makeRoom(graph: VisibleGraph, positions: LayoutResult, unfolded: ItemId): LayoutResult {
  const frame = positions.groups[unfolded];
  if (frame === undefined) return positions;
  const others: { id: ItemId; box: Box }[] = [];
  for (const item of graph.items.values()) {
    if (item.id === unfolded || item.type === 'card') continue;
    const place = placeOf(item, positions);
    const box =
      item.type === 'frame' ? positions.groups[item.id] : place && { x: place.x, y: place.y, ...sizeOf(item) };
    if (box !== undefined) others.push({ id: item.id, box });
  }
  const column = frame.x + collapsedSize.width;
  const row = frame.y + collapsedSize.height;
  const claimed = { ...frame, width: frame.width + gap, height: frame.height + gap };
  let right = 0;
  let down = 0;
  for (const { box } of others) {
    if (!touches(claimed, box)) continue;
    const x = box.x >= column ? claimed.x + claimed.width - box.x : Infinity;
    const y = box.y >= row ? claimed.y + claimed.height - box.y : Infinity;
    if (x === Infinity && y === Infinity) continue;
    if (x <= y) right = Math.max(right, x);
    else down = Math.max(down, y);
  }
  let result = positions;
  for (const { id, box } of others) {
    const by = { x: box.x >= column ? right : 0, y: box.y >= row ? down : 0 };
    if (by.x !== 0 || by.y !== 0) result = movePlaces(result, id, by);
  }
  return result;
}
