import { useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import type { Viewport } from '../store/state.ts';
import { touches } from './graph/Box.ts';
import { listLegend, type LegendEntry } from './graph/listLegend.ts';
import type { DrawnEdge, Item } from './graph/VisibleGraph.ts';
import { isSmallMap } from './scene/chooseMounted.ts';
import type { Scene } from './scene/createScene.ts';
import { toView } from './scene/toView.ts';

export interface LegendView {
  readonly scene: Scene;
  readonly rest: Viewport | null;
  readonly isOverview: boolean;
  readonly isFocused: boolean;
}

/** The signs of what is in view, once the map rests. */
export function useLegend({ scene, rest, isOverview, isFocused }: LegendView): readonly LegendEntry[] {
  const api = useStoreApi();
  return useMemo(() => {
    // At first all of a map is shown, and a large one from afar.
    const isFar = isOverview || (rest === null && !isSmallMap(scene));
    if (rest === null) {
      const { edges } = isFar ? scene.far : scene.near;
      return listLegend({ items: scene.items.map(({ item }) => item), edges, isFocused, isFar });
    }
    const { width, height } = api.getState();
    const view = toView(rest, { width, height, margin: 0 });
    const items: Item[] = [];
    scene.tree.visit(view, (at) => items.push(scene.items[at]!.item));
    const { edges, router, tree } = isFar ? scene.far : scene.near;
    const lines: DrawnEdge[] = [];
    tree.visit(view, (at) => {
      const route = router.hasRoute(at) ? router.routeOf(at) : null;
      if (route === null || touches(route.bounds, view)) lines.push(edges[at]!);
    });
    return listLegend({ items, edges: lines, isFocused, isFar });
  }, [api, scene, rest, isOverview, isFocused]);
}
