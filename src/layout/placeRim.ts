import { areNear, toBox } from './Box.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import { rimDistance } from './spacing.ts';

const gap = 20;

/**
 * External ranges beside the picture: each at the height of those it talks to, pushed apart where they would touch, in
 * further columns outwards when one is full.
 */
export function placeRim(
  nodes: readonly LayoutNode[],
  side: 'left' | 'right',
  bounds: Box,
  heightWished: (id: string) => number,
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  if (nodes.length === 0) return places;
  const width = Math.max(...nodes.map((node) => node.width));
  const tall = Math.max(bounds.height * 1.5, 900);
  const perColumn = Math.max(1, Math.floor(tall / (Math.max(...nodes.map((node) => node.height)) + gap)));
  const sorted = nodes
    .map((node, at) => ({ node, at, wish: heightWished(node.id) }))
    .sort((a, b) => a.wish - b.wish || a.at - b.at);
  const columns = Math.ceil(sorted.length / perColumn);
  for (let column = 0; column < columns; column += 1) {
    const inColumn = sorted.filter((_, at) => at % columns === column);
    const offset = rimDistance + column * (width + gap * 2);
    const x = side === 'left' ? bounds.x - offset - width : bounds.x + bounds.width + offset;
    stack(inColumn, bounds).forEach((y, at) => {
      const node = inColumn[at]?.node;
      if (node !== undefined) places.set(node.id, { x: Math.round(x), y });
    });
  }
  return places;
}

/** Tops of a stack, each as near to its wish as the others allow, inside the picture's height when it fits. */
function stack(items: readonly { node: LayoutNode; wish: number }[], bounds: Box): number[] {
  const tops: number[] = [];
  let free = -Infinity;
  for (const { node, wish } of items) {
    const top = Math.max(free, wish - node.height / 2);
    tops.push(Math.round(top));
    free = Math.round(top) + node.height + gap;
  }
  const over = free - gap - (bounds.y + bounds.height);
  if (over <= 0) return tops;
  let limit = bounds.y + bounds.height;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const height = items[at]?.node.height ?? 0;
    const top = Math.min(tops[at] ?? 0, Math.floor(limit - height));
    if (top === tops[at]) break;
    tops[at] = top;
    limit = top - gap;
  }
  return tops;
}

/** For a newcomer at the rim: the nearest free height in the column where its like stand. */
export function findRimPlace(
  node: LayoutNode,
  { x, wish, obstacles }: { readonly x: number; readonly wish: number; readonly obstacles: readonly Box[] },
): Point | null {
  const column = obstacles.filter((box) => box.x < x + node.width + gap && x < box.x + box.width + gap);
  const tops = [wish - node.height / 2];
  for (const box of column) tops.push(box.y + box.height + gap, box.y - gap - node.height);
  const free = tops
    .map((y) => ({ x: Math.round(x), y: Math.round(y) }))
    .filter((place) => !column.some((box) => areNear(toBox(place, node), box, gap - 1)));
  return free.sort((a, b) => Math.abs(a.y - tops[0]!) - Math.abs(b.y - tops[0]!))[0] ?? null;
}
