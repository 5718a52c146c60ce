import { centreOf, type Box } from './Box.ts';
import type { ItemId } from './VisibleGraph.ts';

export type Heading = 'left' | 'right' | 'up' | 'down';

/** The nearest box in a direction; what lies straight ahead is nearer than what lies aside. Null at the edge of the map. */
export function findNeighbour(boxes: ReadonlyMap<ItemId, Box>, from: ItemId, heading: Heading): ItemId | null {
  const start = boxes.get(from);
  if (start === undefined) return null;
  const origin = centreOf(start);
  let best: ItemId | null = null;
  let bestDistance = Infinity;
  for (const [id, box] of boxes) {
    if (id === from) continue;
    const { x, y } = centreOf(box);
    const ahead = { left: origin.x - x, right: x - origin.x, up: origin.y - y, down: y - origin.y }[heading];
    const aside = heading === 'left' || heading === 'right' ? Math.abs(y - origin.y) : Math.abs(x - origin.x);
    if (ahead <= 4 || aside > 3 * ahead + 40) continue;
    const distance = ahead + 2.2 * aside;
    if (distance < bestDistance) [best, bestDistance] = [id, distance];
  }
  return best;
}

/** Where a walk starts when nothing is selected: top left. */
export function findFirst(boxes: ReadonlyMap<ItemId, Box>): ItemId | null {
  let best: ItemId | null = null;
  let bestDistance = Infinity;
  for (const [id, { x, y }] of boxes) if (x + y < bestDistance) [best, bestDistance] = [id, x + y];
  return best;
}
