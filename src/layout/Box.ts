import type { Box, Point, Size } from './Layout.ts';

/** How far two boxes keep apart, across and down. */
export type Gap = Point;

export const noGap: Gap = { x: 0, y: 0 };

/** Whether two boxes come nearer than `gap` to each other. */
export const areNear = (a: Box, b: Box, gap: Gap): boolean =>
  a.x < b.x + b.width + gap.x &&
  b.x < a.x + a.width + gap.x &&
  a.y < b.y + b.height + gap.y &&
  b.y < a.y + a.height + gap.y;

export const toBox = (at: Point, size: Size): Box => ({ x: at.x, y: at.y, width: size.width, height: size.height });

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The smallest box around all; null for none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
