import { noFilter, nothingHidden } from '../initialState.ts';
import type { CanvasFilter, FlowOverlay, NoiseId, SavedView, ViewSlice, Viewport } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import { scheduleSave } from './saveActions.ts';

/** Narrows what the canvas draws; parts that are left out stay as they are. */
export function setFilter(filter: Partial<CanvasFilter>): void {
  patchSlice('view', { filter: { ...polder.getState().view.filter, ...filter } });
  scheduleSave();
}

export function clearFilter(): void {
  patchSlice('view', { filter: noFilter });
  scheduleSave();
}

/** Takes a workload, an external range or a whole namespace (`namespace:NAME`) out of the picture. */
export function hideOnCanvas(id: string): void {
  const { hidden } = polder.getState().view;
  if (hidden.nodes.includes(id)) return;
  patchSlice('view', { hidden: { ...hidden, nodes: [...hidden.nodes, id] } });
  scheduleSave();
}

/** Asks the canvas to move what is selected, as dragging it would. */
export function moveOnCanvas(by: NonNullable<ViewSlice['moveRequest']>['by']): void {
  const serial = (polder.getState().view.moveRequest?.serial ?? 0) + 1;
  patchSlice('view', { moveRequest: { by, serial } });
}

export function showOnCanvas(id: string): void {
  const { hidden } = polder.getState().view;
  patchSlice('view', { hidden: { ...hidden, nodes: hidden.nodes.filter((other) => other !== id) } });
  scheduleSave();
}

export function toggleNoise(noise: NoiseId): void {
  const { hidden } = polder.getState().view;
  const without = hidden.noise.filter((other) => other !== noise);
  patchSlice('view', {
    hidden: { ...hidden, noise: without.length < hidden.noise.length ? without : [...without, noise] },
  });
  scheduleSave();
}

/** Everything that was hidden comes back. */
export function showAllHidden(): void {
  patchSlice('view', { hidden: nothingHidden });
  scheduleSave();
}

/** Where the canvas looks, told by the canvas when it has come to rest; null: there is no picture. */
export const noteViewport = (viewport: Viewport | null): void => patchSlice('view', { viewport });

/** Keeps the picture under a name; one of the same name is replaced. */
export function saveView(name: string): void {
  const { view } = polder.getState();
  const saved: SavedView = {
    name,
    filter: view.filter,
    hidden: view.hidden,
    collapsedNamespaces: [...view.collapsedNamespaces],
    expandedWorkloads: [...view.expandedWorkloads],
    showOpenFlows: view.showOpenFlows,
    positions: view.positions,
    viewport: view.viewport,
  };
  patchSlice('view', { savedViews: [...view.savedViews.filter((other) => other.name !== name), saved] });
  scheduleSave();
}

export function removeView(name: string): void {
  const { savedViews } = polder.getState().view;
  patchSlice('view', { savedViews: savedViews.filter((other) => other.name !== name) });
  scheduleSave();
}

/** The picture as it was kept; things that came since stand where they stand now. */
export function openView(name: string): void {
  const { view } = polder.getState();
  const saved = view.savedViews.find((other) => other.name === name);
  if (saved === undefined) return;
  const serial = (view.viewportRequest?.serial ?? 0) + 1;
  patchSlice('view', {
    filter: saved.filter,
    hidden: saved.hidden,
    collapsedNamespaces: new Set(saved.collapsedNamespaces),
    expandedWorkloads: new Set(saved.expandedWorkloads),
    showOpenFlows: saved.showOpenFlows,
    positions: {
      nodes: { ...view.positions.nodes, ...saved.positions.nodes },
      groups: { ...view.positions.groups, ...saved.positions.groups },
    },
    viewportRequest: saved.viewport === null ? view.viewportRequest : { viewport: saved.viewport, serial },
  });
  scheduleSave();
}

export const openCanvasPanel = (canvasPanel: ViewSlice['canvasPanel']): void => patchSlice('view', { canvasPanel });

/** Marks flows as added or removed by a comparison; null takes the marks away. */
export const setOverlay = (overlay: FlowOverlay | null): void => patchSlice('view', { overlay });
