import type { CentreView, DockTab, ExplorerTab, MatrixView, Theme } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import type { LayoutResult, NodeId } from '../../worker/protocol.ts';
import { scheduleSave } from './saveActions.ts';

const toggled = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
};

export function toggleNamespace(name: string): void {
  patchSlice('view', { collapsedNamespaces: toggled(polder.getState().view.collapsedNamespaces, name) });
  scheduleSave();
}

export function setCollapsedNamespaces(names: Iterable<string>): void {
  patchSlice('view', { collapsedNamespaces: new Set(names) });
  scheduleSave();
}

export function toggleWorkload(id: NodeId): void {
  patchSlice('view', { expandedWorkloads: toggled(polder.getState().view.expandedWorkloads, id) });
  scheduleSave();
}

export function setShowOpenFlows(showOpenFlows: boolean): void {
  patchSlice('view', { showOpenFlows });
  scheduleSave();
}

/** Graph, matrix or list; kept with the workspace. */
export function setCentre(centre: CentreView): void {
  patchSlice('view', { centre });
  scheduleSave();
}

export function changeMatrix(change: Partial<MatrixView>): void {
  patchSlice('view', { matrix: { ...polder.getState().view.matrix, ...change } });
  scheduleSave();
}

/** Where nodes and frames are now; kept with the workspace. */
export function setPositions(positions: LayoutResult): void {
  patchSlice('view', { positions });
  scheduleSave();
}

export const setTheme = (theme: Theme): void => patchSlice('view', { theme });
export const setSearch = (search: string): void => patchSlice('view', { search });
export const setExplorerTab = (explorerTab: ExplorerTab): void =>
  patchSlice('view', { explorerTab, explorerOpen: true });
export const setDockTab = (dockTab: DockTab): void => patchSlice('view', { dockTab, dockOpen: true });
export const setDockOpen = (dockOpen: boolean): void => patchSlice('view', { dockOpen });
export const setInspectorOpen = (inspectorOpen: boolean): void => patchSlice('view', { inspectorOpen });
export const setExplorerOpen = (explorerOpen: boolean): void => patchSlice('view', { explorerOpen });

/** Asks the canvas to bring a node, frame (`namespace:NAME`) or everything (`all`) into view. */
export function focusOnCanvas(id: string): void {
  const serial = (polder.getState().view.focusRequest?.serial ?? 0) + 1;
  patchSlice('view', { focusRequest: { id, serial } });
}

/** Puts the cursor into the explorer's search field. */
export function requestSearchFocus(): void {
  const { searchFocus } = polder.getState().view;
  patchSlice('view', { searchFocus: searchFocus + 1, explorerOpen: true, explorerTab: 'explorer' });
}
