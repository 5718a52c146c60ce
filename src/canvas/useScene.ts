import { useEffect, useMemo, useState } from 'react';
import type { LayoutResult } from '../store/state.ts';
import { whenIdle } from '../ui/whenIdle.ts';
import { arrangeBoxes } from './graph/arrangeBoxes.ts';
import type { Box } from './graph/Box.ts';
import { dragBoxes, type Drag } from './graph/dragBoxes.ts';
import type { DrawnEdge, ItemId, VisibleGraph } from './graph/VisibleGraph.ts';
import { createFarEdges, createGround, createNearEdges, type Scene } from './scene/createScene.ts';
import { useGlide } from './useGlide.ts';

/** Boxes and lines as they are drawn now. While something is dragged, only the lines that hang on it look for new ways. */
export function useScene(
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  {
    positions,
    drag,
    glides,
  }: { readonly positions: LayoutResult; readonly drag: Drag | null; readonly glides: boolean },
): Scene {
  const arranged = useMemo(() => arrangeBoxes(graph.items, positions), [graph.items, positions]);
  const resting = useGlide(arranged, glides);
  const [kept, setKept] = useState<ReadonlyMap<ItemId, Box>>(resting);
  const boxes = useMemo(() => {
    const current = drag === null ? resting : dragBoxes(resting, graph, drag);
    return keepBoxes(kept, current);
  }, [resting, graph, drag, kept]);
  if (kept !== boxes && drag === null) setKept(boxes);
  // Ways that were found hold as long as everything stands where it stands, and while something is dragged.
  const memory = useMemo(() => ({ of: kept, near: new Map(), far: new Map() }), [kept]);
  // Each part only when what it is made of changes: selecting something draws other lines over the same ground.
  const ground = useMemo(() => createGround(graph.items, boxes), [graph.items, boxes]);
  // At first all is looked at; what a closer look needs is made while nobody waits for it.
  useEffect(() => whenIdle(() => ground.tree.prepare()), [ground]);
  const near = useMemo(() => once(() => createNearEdges(ground, edges, memory)), [ground, edges, memory]);
  const far = useMemo(() => once(() => createFarEdges(ground, graph.lifted, memory)), [ground, graph.lifted, memory]);
  return useMemo(
    () => ({
      ...ground,
      // Of a large map only one of the two is seen at first.
      get near() {
        return near();
      },
      get far() {
        return far();
      },
    }),
    [ground, near, far],
  );
}

const once = <Value extends object>(create: () => Value): (() => Value) => {
  let value: Value | null = null;
  return () => (value ??= create());
};

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
