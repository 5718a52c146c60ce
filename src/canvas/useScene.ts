import { useMemo, useState } from 'react';
import type { LayoutResult } from '../store/state.ts';
import { arrangeBoxes } from './graph/arrangeBoxes.ts';
import type { Box } from './graph/Box.ts';
import { dragBoxes, type Drag } from './graph/dragBoxes.ts';
import { routeEdges, type Routes } from './graph/routeEdges.ts';
import { headerBox } from './graph/sizes.ts';
import type { DrawnEdge, ItemId, VisibleGraph } from './graph/VisibleGraph.ts';

export interface Scene {
  readonly boxes: ReadonlyMap<ItemId, Box>;
  /** As before the drag that is under way. */
  readonly resting: ReadonlyMap<ItemId, Box>;
  readonly routes: Routes;
}

/** Boxes and lines as they are drawn now. While something is dragged, only the lines that hang on it look for new ways. */
export function useScene(
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  { positions, drag }: { readonly positions: LayoutResult; readonly drag: Drag | null },
): Scene {
  const resting = useMemo(() => arrangeBoxes(graph.items, positions), [graph.items, positions]);
  const settled = useMemo(() => routeScene(graph, edges, resting, null), [graph, edges, resting]);
  const [kept, setKept] = useState<ReadonlyMap<ItemId, Box>>(resting);
  const boxes = useMemo(() => {
    const current = drag === null ? resting : dragBoxes(resting, graph.items, drag);
    return keepBoxes(kept, current);
  }, [resting, graph.items, drag, kept]);
  if (kept !== boxes && drag === null) setKept(boxes);
  const routes = useMemo(
    () => (drag === null ? settled : routeScene(graph, edges, boxes, settled)),
    [drag, settled, graph, edges, boxes],
  );
  return useMemo(() => ({ boxes, resting, routes }), [boxes, resting, routes]);
}

function routeScene(
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<ItemId, Box>,
  settled: Routes | null,
): Routes {
  const solid = [...graph.items.values()].flatMap((item) => (item.type === 'frame' ? [] : (boxes.get(item.id) ?? [])));
  const headers = [...graph.items.values()].flatMap((item) => {
    const box = boxes.get(item.id);
    return item.type === 'frame' && box !== undefined ? [headerBox(item, box)] : [];
  });
  return routeEdges(edges, boxes, { solid, headers, remembered: settled?.memory ?? null });
}

/** The same object for a box that did not change. */
function keepBoxes(before: ReadonlyMap<ItemId, Box>, after: ReadonlyMap<ItemId, Box>): ReadonlyMap<ItemId, Box> {
  let changed = before.size !== after.size;
  const boxes = new Map<ItemId, Box>();
  for (const [id, box] of after) {
    const old = before.get(id);
    const same =
      old !== undefined && old.x === box.x && old.y === box.y && old.width === box.width && old.height === box.height;
    boxes.set(id, same ? old : box);
    changed ||= !same;
  }
  return changed ? boxes : before;
}
