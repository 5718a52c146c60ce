import { boxAround, touches, type Box, type Point } from './Box.ts';
import { padded } from './movePlaces.ts';
import type { ItemId, VisibleGraph } from './VisibleGraph.ts';

/** An item under the pointer, at its present corner. */
export interface Drag {
  readonly id: ItemId;
  readonly at: Point;
}

/** The boxes while something is dragged: a frame takes its cards along, a card's frame follows it. */
export function dragBoxes(
  boxes: ReadonlyMap<ItemId, Box>,
  { items, members }: VisibleGraph,
  { id, at }: Drag,
): ReadonlyMap<ItemId, Box> {
  const item = items.get(id);
  const before = boxes.get(id);
  if (item === undefined || before === undefined) return boxes;
  const result = new Map(boxes);
  result.set(id, { ...before, ...at });
  const siblings = (frame: ItemId): readonly ItemId[] => members.get(frame) ?? [];
  if (item.type === 'frame') {
    for (const card of siblings(id)) {
      const box = boxes.get(card);
      if (box !== undefined) result.set(card, { ...box, x: box.x + at.x - before.x, y: box.y + at.y - before.y });
    }
  } else if (item.type === 'card') {
    const frame = boxes.get(item.frame);
    const around = siblings(item.frame).flatMap((card) => {
      const box = result.get(card);
      return box !== undefined && (card === id || (frame !== undefined && touches(box, frame))) ? [box] : [];
    });
    const closed = padded(boxAround(around));
    if (frame !== undefined && closed !== null) result.set(item.frame, closed);
  }
  return result;
}
