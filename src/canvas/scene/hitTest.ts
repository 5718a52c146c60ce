import type { Point } from '../graph/Box.ts';
import { distanceTo } from '../graph/Route.ts';
import type { DrawnEdge, Item, ItemId } from '../graph/VisibleGraph.ts';
import type { Scene, SceneEdges } from './createScene.ts';

export type Hit = { readonly type: 'item'; readonly item: Item } | { readonly type: 'edge'; readonly edge: DrawnEdge };

/** Pixels of the screen beside a line that still count as on it. */
const reach = 7;

/**
 * What is painted at a point of the map: an item that is not an element, a line, or, seen from afar, the namespace below. Elements
 * notice the pointer themselves.
 */
export function hitTest(
  scene: Scene,
  at: Point,
  {
    zoom,
    overview,
    mounted,
  }: { readonly zoom: number; readonly overview: number; readonly mounted: ReadonlySet<ItemId> },
): Hit | null {
  const isFar = overview > 0.5;
  let frame: Item | null = null;
  let card: Item | null = null;
  scene.tree.visit({ ...at, width: 0, height: 0 }, (index) => {
    const { item } = scene.items[index]!;
    if (item.type === 'frame') frame = item;
    else if (!mounted.has(item.id)) card = item;
  });
  const painted: Item | null = isFar && (card as Item | null)?.type === 'card' ? null : card;
  if (painted !== null) return { type: 'item', item: painted };
  const edge = findEdge(isFar ? scene.far : scene.near, at, reach / zoom);
  if (edge !== null) return { type: 'edge', edge };
  return isFar && frame !== null ? { type: 'item', item: frame } : null;
}

function findEdge({ edges, router, tree }: SceneEdges, at: Point, room: number): DrawnEdge | null {
  let best: DrawnEdge | null = null;
  let nearest = room;
  tree.visit({ x: at.x - room, y: at.y - room, width: 2 * room, height: 2 * room }, (index) => {
    const route = router.hasRoute(index) ? router.routeOf(index) : null;
    if (route === null) return;
    const { x, y, width, height } = route.bounds;
    if (at.x < x - room || at.x > x + width + room || at.y < y - room || at.y > y + height + room) return;
    const distance = distanceTo(route.curve, at);
    if (distance < nearest) [best, nearest] = [edges[index]!, distance];
  });
  return best;
}
