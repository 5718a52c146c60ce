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
  readonly routes: Routes;
}

/** Boxes and lines as they are drawn now. While something is dragged, only the lines that hang on it look for new ways. */
export function useScene(
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  {
    positions,
    drag,
    isOverview,
  }: {
    readonly positions: LayoutResult;
    readonly drag: Drag | null;
    /** Lines lead from frame to frame and keep clear of frames. */
    readonly isOverview: boolean;
  },
): Scene {
  const resting = useMemo(() => arrangeBoxes(graph.items, positions), [graph.items, positions]);
  const settled = useMemo(
    () => routeScene(graph, edges, { boxes: resting, isOverview, settled: null }),
    [graph, edges, resting, isOverview],
  );
  const [kept, setKept] = useState<ReadonlyMap<ItemId, Box>>(resting);
  const boxes = useMemo(() => {
    const current = drag === null ? resting : dragBoxes(resting, graph.items, drag);
    return keepBoxes(kept, current);
  }, [resting, graph.items, drag, kept]);
  if (kept !== boxes && drag === null) setKept(boxes);
  const routes = useMemo(
    () => (drag === null ? settled : routeScene(graph, edges, { boxes, isOverview, settled })),
    [drag, settled, graph, edges, boxes, isOverview],
  );
  return useMemo(() => ({ boxes, routes }), [boxes, routes]);
}

function routeScene(
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  {
    boxes,
    isOverview,
    settled,
  }: { readonly boxes: ReadonlyMap<ItemId, Box>; readonly isOverview: boolean; readonly settled: Routes | null },
): Routes {
  const solid = [...graph.items.values()].flatMap((item) =>
    item.type === (isOverview ? 'card' : 'frame') ? [] : (boxes.get(item.id) ?? []),
  );
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
