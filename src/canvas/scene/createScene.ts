import type { Box } from '../graph/Box.ts';
import type { Obstacles } from '../graph/chooseSides.ts';
import { headerBox } from '../graph/sizes.ts';
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

/** Everything with its place, and what is needed to find what is in view. */
export interface Scene {
  readonly boxes: ReadonlyMap<ItemId, Box>;
  readonly items: readonly SceneItem[];
  readonly tree: BoxTree;
  /** Boxes that nothing may cover: cards, folded namespaces, external ranges. */
  readonly solid: (area: Box) => readonly Box[];
  readonly headers: (area: Box) => readonly Box[];
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
  const items: SceneItem[] = [];
  for (const item of graph.items.values()) {
    const box = boxes.get(item.id);
    if (box !== undefined) items.push({ item, box });
  }
  const tree = createBoxTree(items.map(({ box }) => box));
  const find = (area: Box, wanted: (item: Item) => boolean): readonly Box[] => {
    const found: Box[] = [];
    tree.visit(area, (at) => {
      if (wanted(items[at]!.item)) found.push(items[at]!.box);
    });
    return found;
  };
  const frames = items.flatMap(({ item, box }) => (item.type === 'frame' ? [headerBox(item, box)] : []));
  const headerTree = createBoxTree(frames);
  const headers: Obstacles['headers'] = (area) => {
    const found: Box[] = [];
    headerTree.visit(area, (at) => found.push(frames[at]!));
    return found;
  };
  const solid: Obstacles['solid'] = (area) => find(area, ({ type }) => type !== 'frame');
  const outer: Obstacles['solid'] = (area) => find(area, ({ type }) => type !== 'card');
  return {
    boxes,
    items,
    tree,
    solid,
    headers,
    near: toSceneEdges(edges, boxes, { obstacles: { solid, headers }, memory: memory.near }),
    far: toSceneEdges(graph.lifted, boxes, {
      obstacles: { solid: outer, headers: () => [] },
      memory: memory.far,
    }),
  };
}

function toSceneEdges(
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<ItemId, Box>,
  { obstacles, memory }: { readonly obstacles: Obstacles; readonly memory: SidesMemory },
): SceneEdges {
  return {
    edges,
    router: createRouter(edges, boxes, { obstacles, memory }),
    tree: createBoxTree(edges.map(({ from, to }) => reachOf(boxes.get(from), boxes.get(to)))),
  };
}

const nowhere: Box = { x: 1e12, y: 1e12, width: 0, height: 0 };

/** Wherever a line between two boxes may run, before anyone has looked for its way. */
function reachOf(from: Box | undefined, to: Box | undefined): Box {
  if (from === undefined || to === undefined) return nowhere;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const right = Math.max(from.x + from.width, to.x + to.width);
  const bottom = Math.max(from.y + from.height, to.y + to.height);
  const swing = Math.min(260, 60 + 0.3 * Math.hypot(right - left, bottom - top));
  return { x: left - swing, y: top - swing, width: right - left + 2 * swing, height: bottom - top + 2 * swing };
}
