import type { LayoutRequest, LayoutResult } from '../../store/state.ts';
import { placeOf } from './arrangeBoxes.ts';
import type { Box, Point } from './Box.ts';
import { cardSize, sizeOf } from './sizes.ts';
import type { ItemId, VisibleGraph } from './VisibleGraph.ts';

/** Items that no position is known for. A frame is placed when it has a box and all its cards stand somewhere. */
export function listUnplaced({ items }: VisibleGraph, positions: LayoutResult): readonly ItemId[] {
  return [...items.values()]
    .filter((item) =>
      item.type === 'frame' ? positions.groups[item.id] === undefined : placeOf(item, positions) === undefined,
    )
    .map(({ id }) => id);
}

/** Asks for places for what is drawn. Known positions are fixed; an expanded card counts with its closed size. */
export function toLayoutRequest({ items, attractions }: VisibleGraph, positions: LayoutResult): LayoutRequest {
  const fixed: Record<string, Point> = {};
  const frames: Record<string, Box> = {};
  const nodes: LayoutRequest['nodes'][number][] = [];
  const groups: { id: ItemId }[] = [];
  for (const item of items.values()) {
    const place = item.type === 'frame' ? positions.groups[item.id] : placeOf(item, positions);
    if (place !== undefined) fixed[item.id] = { x: place.x, y: place.y };
    if (item.type === 'frame') {
      groups.push({ id: item.id });
      const box = positions.groups[item.id];
      if (box !== undefined) frames[item.id] = box;
    } else {
      nodes.push({
        id: item.id,
        group: item.type === 'card' ? item.frame : null,
        rim: item.type === 'external' ? item.rim : null,
        ...(item.type === 'card' ? cardSize : sizeOf(item)),
      });
    }
  }
  return { nodes, groups, edges: attractions, fixed, frames };
}
