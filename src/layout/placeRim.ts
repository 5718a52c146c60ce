import { areNear, centreOf, toBox } from './Box.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import { settleColumn } from './settleColumn.ts';
import { outsideSpacing, rimDistance } from './spacing.ts';

const gap = 20;

/**
 * External ranges beside the picture: each at the height of those it talks to, pushed apart where they would touch. Many
 * stand in aligned rows, no higher than the picture or a screen's shape.
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
  const pitch = Math.max(...nodes.map((node) => node.height)) + gap;
  const columns = countColumns(nodes.length, bounds, { across: width + gap * 2, pitch });
  const sorted = nodes
    .map((node, at) => ({ node, at, height: node.height, wish: heightWished(node.id) - node.height / 2 }))
    .sort((a, b) => a.wish - b.wish || a.at - b.at);
  const needed = Math.max(bounds.height, Math.ceil(nodes.length / columns) * pitch - gap);
  const top = Math.round(centreOf(bounds).y - needed / 2);
  const alone = columns === 1 ? settleColumn(sorted, { gap, top, bottom: top + needed }) : null;
  sorted.forEach(({ node }, at) => {
    const offset = rimDistance + (at % columns) * (width + gap * 2);
    const x = side === 'left' ? bounds.x - offset - width : bounds.x + bounds.width + offset;
    const y = alone?.[at] ?? top + Math.floor(at / columns) * pitch;
    places.set(node.id, { x: Math.round(x), y: Math.round(y) });
  });
  return places;
}

/** As few as fit beside the picture, or make a picture of a screen's shape with it. */
function countColumns(
  count: number,
  bounds: Box,
  { across, pitch }: { readonly across: number; readonly pitch: number },
): number {
  let columns = 1;
  const tallest = (): number =>
    Math.max(bounds.height * 1.1, 560, (bounds.width + 2 * rimDistance + 2 * columns * across) / outsideSpacing.aspect);
  while (Math.ceil(count / columns) * pitch > tallest()) columns += 1;
  return columns;
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
    .filter((place) => !column.some((box) => areNear(toBox(place, node), box, { x: gap - 1, y: gap - 1 })));
  return free.sort((a, b) => Math.abs(a.y - tops[0]!) - Math.abs(b.y - tops[0]!))[0] ?? null;
}
