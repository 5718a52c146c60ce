import { buildVisibleGraph } from '../canvas/graph/buildVisibleGraph.ts';
import { createMapFlows, type MapFlows } from '../canvas/graph/MapFlows.ts';
import { selectRows } from '../canvas/graph/selectRows.ts';
import type { VisibleGraph } from '../canvas/graph/VisibleGraph.ts';
import type { WorkspaceSnapshot } from '../engine/index.ts';
import { noFilter, nothingHidden } from '../store/initialState.ts';
import type { CanvasFilter, CanvasHidden } from '../store/state.ts';

export interface DrawOptions {
  readonly collapsed?: readonly string[];
  readonly expanded?: readonly string[];
  readonly showOpenFlows?: boolean;
  readonly filter?: Partial<CanvasFilter>;
  readonly hidden?: Partial<CanvasHidden>;
}

/** What the canvas draws of a snapshot, for tests. */
export function drawGraph(
  snapshot: WorkspaceSnapshot,
  { collapsed = [], expanded = [], showOpenFlows = false, filter = {}, hidden = {} }: DrawOptions = {},
): { readonly index: MapFlows; readonly graph: VisibleGraph } {
  const index = createMapFlows(snapshot);
  const selected = selectRows(index, { ...noFilter, ...filter }, { ...nothingHidden, ...hidden });
  const graph = buildVisibleGraph(index, {
    collapsed: new Set(collapsed),
    expanded: new Set(expanded),
    showOpenFlows,
    selected,
  });
  return { index, graph };
}
