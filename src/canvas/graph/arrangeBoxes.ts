import type { LayoutResult } from '../../store/state.ts';
import { boxAround, type Box, type Point } from './Box.ts';
import { cardSize, framePadding, sizeOf } from './sizes.ts';
import type { CardItem, Item, ItemId } from './VisibleGraph.ts';

const gap = { inside: 16, outside: 32 } as const;

/**
 * Where everything is drawn: the known positions, with room made below cards that are expanded. Derived, not saved: when
 * a card closes again, everything stands exactly where it stood. Items without a position are left out.
 */
export function arrangeBoxes(items: ReadonlyMap<ItemId, Item>, positions: LayoutResult): ReadonlyMap<ItemId, Box> {
  const boxes = new Map<ItemId, Box>();
  const cards = new Map<ItemId, CardItem[]>();
  for (const item of items.values()) {
    if (item.type === 'frame') {
      const box = positions.groups[item.id];
      if (box !== undefined) boxes.set(item.id, box);
      continue;
    }
    const place = placeOf(item, positions);
    if (place === undefined) continue;
    if (item.type === 'card') {
      const { height } = cardSize;
      boxes.set(item.id, { x: place.x, y: place.y, width: cardSize.width, height });
      const list = cards.get(item.frame);
      if (list === undefined) cards.set(item.frame, [item]);
      else list.push(item);
    } else boxes.set(item.id, { x: place.x, y: place.y, ...sizeOf(item) });
  }
  const expanded = [...items.values()].filter((item) => item.type === 'card' && item.pods !== null);
  const frames = new Set(expanded.map((item) => (item.type === 'card' ? item.frame : '')));
  for (const frame of frames) growFrame(frame, cards.get(frame) ?? [], items, boxes);
  return boxes;
}

/** A collapsed namespace stands at the corner of its frame, where that is known. */
export const placeOf = (item: Item, { nodes, groups }: LayoutResult): Point | undefined =>
  item.type === 'collapsed' || item.type === 'frame' ? (groups[item.id] ?? nodes[item.id]) : nodes[item.id];

function growFrame(
  frame: ItemId,
  cards: readonly CardItem[],
  items: ReadonlyMap<ItemId, Item>,
  boxes: Map<ItemId, Box>,
): void {
  const before = boxes.get(frame);
  if (before === undefined) return;
  const sorted = cards
    .filter(({ pods }) => pods !== null)
    .sort((a, b) => (boxes.get(a.id)?.y ?? 0) - (boxes.get(b.id)?.y ?? 0));
  for (const card of sorted) {
    const box = boxes.get(card.id);
    if (box !== undefined)
      grow(
        card.id,
        sizeOf(card).height,
        cards.map(({ id }) => id),
        boxes,
        gap.inside,
      );
  }
  const around = boxAround(cards.flatMap(({ id }) => boxes.get(id) ?? []));
  if (around === null) return;
  const height = Math.max(before.height, around.y + around.height + framePadding.bottom - before.y);
  if (height <= before.height) return;
  const outside = [...items.values()].filter(({ type }) => type !== 'card' && type !== 'external').map(({ id }) => id);
  const moved = grow(frame, height, outside, boxes, gap.outside);
  for (const item of items.values()) {
    if (item.type !== 'card') continue;
    const by = moved.get(item.frame) ?? 0;
    const box = boxes.get(item.id);
    if (by > 0 && box !== undefined) boxes.set(item.id, { ...box, y: box.y + by });
  }
}

/** Makes a box taller and pushes all boxes under it down as far as needed; gives how far each was pushed. */
function grow(
  id: ItemId,
  height: number,
  others: readonly ItemId[],
  boxes: Map<ItemId, Box>,
  room: number,
): ReadonlyMap<ItemId, number> {
  const moved = new Map<ItemId, number>();
  const box = boxes.get(id);
  if (box === undefined) return moved;
  const line = box.y + box.height;
  boxes.set(id, { ...box, height });
  const below = others.flatMap((other) => {
    const there = boxes.get(other);
    return other !== id && there !== undefined && there.y >= line ? [{ other, there }] : [];
  });
  const need = Math.max(
    0,
    ...below
      .filter(({ there }) => there.x < box.x + box.width && box.x < there.x + there.width)
      .map(({ there }) => box.y + height + room - there.y),
  );
  if (need === 0) return moved;
  for (const { other, there } of below) {
    boxes.set(other, { ...there, y: there.y + need });
    moved.set(other, need);
  }
  return moved;
}
