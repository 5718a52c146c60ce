import type { Box } from '../graph/Box.ts';
import type { Obstacles } from '../graph/chooseSides.ts';
import { headerBox, reachBoxes } from '../graph/sizes.ts';
import type { DrawnEdge, Item, ItemId, VisibleGraph } from '../graph/VisibleGraph.ts';
import { createBoxTree, type BoxTree } from './createBoxTree.ts';
import { createRouter, type Router, type SidesMemory } from './createRouter.ts';

export interface SceneItem {
  readonly item: Item;
  readonly box: Box;
}

/** Lines of one level of the map, found by place. */
export interface SceneEdges {
  readonly edges: readonly DrawnEdge[];
  readonly router: Router;
  /** Boxes around where a line can run, by its position in `edges`. */
  readonly tree: BoxTree;
}

/** What lines run between and around. */
export interface SceneGround {
  readonly boxes: ReadonlyMap<ItemId, Box>;
  readonly items: readonly SceneItem[];
  readonly tree: BoxTree;
  /** Boxes that nothing may cover: cards, folded namespaces, external ranges. */
  readonly solid: (area: Box) => readonly Box[];
  readonly headers: (area: Box) => readonly Box[];
  /** Marks at the sides of cards that say how far these reach. */
  readonly reaches: (area: Box) => readonly Box[];
  /** Frames and what stands outside of them. */
  readonly outer: (area: Box) => readonly Box[];
}

/** Everything with its place, and what is needed to find what is in view. */
export interface Scene extends SceneGround {
  readonly near: SceneEdges;
  /** From frame to frame. */
  readonly far: SceneEdges;
}

/** Ways of lines that were found for other scenes in which the same things stand at the same places. */
export interface SceneMemory {
  readonly near: SidesMemory;
  readonly far: SidesMemory;
}

export function createScene(
  graph: VisibleGraph,
  boxes: ReadonlyMap<ItemId, Box>,
  { edges, memory }: { readonly edges: readonly DrawnEdge[]; readonly memory: SceneMemory },
): Scene {
  const ground = createGround(graph.items, boxes);
  return {
    ...ground,
    near: createNearEdges(ground, edges, memory),
    far: createFarEdges(ground, graph.lifted, memory),
  };
}

export function createGround(all: VisibleGraph['items'], boxes: ReadonlyMap<ItemId, Box>): SceneGround {
  const items: SceneItem[] = [];
  for (const item of all.values()) {
    const box = boxes.get(item.id);
    if (box !== undefined) items.push({ item, box });
  }
  const tree = createBoxTree(items.length, (at) => items[at]!.box);
  return {
    boxes,
    items,
    tree,
    solid: (area) => {
      const found: Box[] = [];
      tree.visit(area, (at) => {
        if (items[at]!.item.type !== 'frame') found.push(items[at]!.box);
      });
      return found;
    },
    headers: createFinder(items.flatMap(({ item, box }) => (item.type === 'frame' ? [headerBox(item, box)] : []))),
    reaches: createFinder(items.flatMap(({ item, box }) => reachBoxes(item, box))),
    outer: createFinder(items.flatMap(({ item, box }) => (item.type === 'card' ? [] : [box]))),
  };
}

function createFinder(boxes: readonly Box[]): (area: Box) => readonly Box[] {
  const tree = createBoxTree(boxes.length, (at) => boxes[at]!);
  return (area) => {
    const found: Box[] = [];
    tree.visit(area, (at) => found.push(boxes[at]!));
    return found;
  };
}

export const createNearEdges = (
  { boxes, solid, headers }: SceneGround,
  edges: readonly DrawnEdge[],
  memory: SceneMemory,
): SceneEdges => toSceneEdges(edges, boxes, { obstacles: { solid, headers }, memory: memory.near });

export const createFarEdges = (
  { boxes, outer }: SceneGround,
  lifted: VisibleGraph['lifted'],
  memory: SceneMemory,
): SceneEdges => toSceneEdges(lifted, boxes, { obstacles: { solid: outer, headers: () => [] }, memory: memory.far });

const toSceneEdges = (
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<ItemId, Box>,
  { obstacles, memory }: { readonly obstacles: Obstacles; readonly memory: SidesMemory },
): SceneEdges => ({
  edges,
  router: createRouter(edges, boxes, { obstacles, memory }),
  tree: createBoxTree(edges.length, (at) => reachOf(boxes.get(edges[at]!.from), boxes.get(edges[at]!.to))),
});

/** Wherever a line between two boxes may run, before anyone has looked for its way; null when one of them has no place. */
function reachOf(from: Box | undefined, to: Box | undefined): Box | null {
  if (from === undefined || to === undefined) return null;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const right = Math.max(from.x + from.width, to.x + to.width);
  const bottom = Math.max(from.y + from.height, to.y + to.height);
  const swing = Math.min(260, 60 + 0.3 * Math.hypot(right - left, bottom - top));
  return { x: left - swing, y: top - swing, width: right - left + 2 * swing, height: bottom - top + 2 * swing };
}
