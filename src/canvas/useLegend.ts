import { useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import type { Viewport } from '../store/state.ts';
import { touches } from './graph/Box.ts';
import { listLegend, type LegendEntry } from './graph/listLegend.ts';
import type { DrawnEdge, Item } from './graph/VisibleGraph.ts';
import type { Scene } from './scene/createScene.ts';
import { toView } from './scene/toView.ts';

/** The signs of what is in view, once the map rests. */
export function useLegend(
  scene: Scene,
  {
    rest,
    isOverview,
    isFocused,
  }: { readonly rest: Viewport; readonly isOverview: boolean; readonly isFocused: boolean },
): readonly LegendEntry[] {
  const api = useStoreApi();
  return useMemo(() => {
    const view = toView(rest, { width: api.getState().width, height: api.getState().height, margin: 0 });
    const items: Item[] = [];
    scene.tree.visit(view, (at) => items.push(scene.items[at]!.item));
    const { edges, router, tree } = isOverview ? scene.far : scene.near;
    const lines: DrawnEdge[] = [];
    tree.visit(view, (at) => {
      const route = router.hasRoute(at) ? router.routeOf(at) : null;
      if (route === null || touches(route.bounds, view)) lines.push(edges[at]!);
    });
    return listLegend({ items, edges: lines, isFocused, isFar: isOverview });
  }, [api, scene, rest, isOverview, isFocused]);
}
