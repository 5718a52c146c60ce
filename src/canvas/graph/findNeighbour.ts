import { centreOf, type Box } from './Box.ts';
import type { DrawnEdge, ItemId } from './VisibleGraph.ts';

export type Heading = 'left' | 'right' | 'up' | 'down';

/** What a flow leads to is nearer than it looks. */
const alongFlow = 0.45;

/**
 * The nearest box in a direction; what lies straight ahead is nearer than what lies aside, and what a flow leads to nearer than what stands
 * there by chance. Null at the edge of the map.
 */
export function findNeighbour(
  boxes: ReadonlyMap<ItemId, Box>,
  from: ItemId,
  heading: Heading,
  edges: readonly DrawnEdge[] = [],
): ItemId | null {
  const start = boxes.get(from);
  if (start === undefined) return null;
  const linked = new Set<ItemId>();
  for (const edge of edges) {
    if (edge.from === from) linked.add(edge.to);
    if (edge.to === from) linked.add(edge.from);
  }
  const origin = centreOf(start);
  let best: ItemId | null = null;
  let bestDistance = Infinity;
  for (const [id, box] of boxes) {
    if (id === from) continue;
    const { x, y } = centreOf(box);
    const ahead = { left: origin.x - x, right: x - origin.x, up: origin.y - y, down: y - origin.y }[heading];
    const aside = heading === 'left' || heading === 'right' ? Math.abs(y - origin.y) : Math.abs(x - origin.x);
    if (ahead <= 4 || aside > 3 * ahead + 40) continue;
    const distance = (ahead + 2.2 * aside) * (linked.has(id) ? alongFlow : 1);
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
