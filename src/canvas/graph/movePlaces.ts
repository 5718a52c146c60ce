import type { LayoutResult } from '../../store/state.ts';
import { boxAround, touches, type Box, type Point } from './Box.ts';
import { cardSize, framePadding } from './sizes.ts';
import { namespaceOfItem, type ItemId } from './VisibleGraph.ts';

/** The positions after an item was moved. A namespace takes everything along that stands in it, drawn or folded away. */
export function movePlaces(positions: LayoutResult, id: ItemId, by: Point): LayoutResult {
  const nodes: Record<string, Point> = { ...positions.nodes };
  const groups: Record<string, Box> = { ...positions.groups };
  const namespace = namespaceOfItem(id);
  const moves = (node: string): boolean => node === id || (namespace !== null && node.startsWith(`${namespace}/`));
  for (const [node, place] of Object.entries(positions.nodes)) {
    if (moves(node)) nodes[node] = { x: place.x + by.x, y: place.y + by.y };
  }
  const box = positions.groups[id];
  if (box !== undefined) groups[id] = { ...box, x: box.x + by.x, y: box.y + by.y };
  return { nodes, groups };
}

/** The positions after a card was moved: its frame closes around the cards that stand in it. */
export function moveCard(
  positions: LayoutResult,
  { id, frame, siblings, by }: { id: ItemId; frame: ItemId; siblings: readonly ItemId[]; by: Point },
): LayoutResult {
  const moved = movePlaces(positions, id, by);
  const before = positions.groups[frame];
  const box = before === undefined ? null : closeFrame(before, id, siblings, moved);
  return box === null ? moved : { nodes: moved.nodes, groups: { ...moved.groups, [frame]: box } };
}

function closeFrame(before: Box, id: ItemId, siblings: readonly ItemId[], { nodes }: LayoutResult): Box | null {
  const boxes = siblings.flatMap((sibling) => {
    const place = nodes[sibling];
    if (place === undefined) return [];
    const box = { x: place.x, y: place.y, ...cardSize };
    return sibling === id || touches(box, before) ? [box] : [];
  });
  return padded(boxAround(boxes));
}

export const padded = (box: Box | null): Box | null =>
  box && {
    x: box.x - framePadding.left,
    y: box.y - framePadding.top,
    width: box.width + framePadding.left + framePadding.right,
    height: box.height + framePadding.top + framePadding.bottom,
  };
