import type { Command } from './Command.ts';
import { allowFlow, denyFlow, denyFlowTo } from './allowFlow.ts';
import { clearGraphFilter, filterGraph } from './canvasFilter.ts';
import { hideDns, hideMonitoring, hideSelected, showHidden } from './canvasHide.ts';
import { graphViews, zoomToSelection } from './canvasViews.ts';
import { deleteSelected, relabelSelected, renameSelected, tidyPolicies, tidyPolicy } from './changeObject.ts';
import { editPolicy } from './editPolicy.ts';
import { clearWorkspace } from './clearWorkspace.ts';
import { collapseAll, expandAll } from './collapseNamespaces.ts';
import { createNamespace, createPolicy, createWorkload } from './createObject.ts';
import { exportDot, exportDrawio, exportMermaid, exportPng, exportSvg } from './exportPicture.ts';
import { exportPatch } from './exportPatch.ts';
import { exportZip } from './exportZip.ts';
import { findInFiles } from './findInFiles.ts';
import { fitView } from './fitView.ts';
import { focusSearch } from './focusSearch.ts';
import { formatDocument } from './formatDocument.ts';
import { importFiles } from './importFiles.ts';
import { importFolder } from './importFolder.ts';
import { isolateSelected, openSelected } from './isolate.ts';
import { moveDown, moveLeft, moveRight, moveUp } from './moveSelected.ts';
import { openChanges } from './openChanges.ts';
import { openExport } from './openExport.ts';
import { openHistory } from './openHistory.ts';
import { openImport } from './openImport.ts';
import { openLicences } from './openLicences.ts';
import { openPalette } from './openPalette.ts';
import { openShortcuts } from './openShortcuts.ts';
import { openWorkspaces } from './openWorkspaces.ts';
import { pasteManifests } from './pasteManifests.ts';
import { redoStep } from './redoStep.ts';
import { revealSelection } from './revealSelection.ts';
import { showGraph, showList, showMatrix } from './showView.ts';
import { tidyLayout } from './tidyLayout.ts';
import { toggleAssumeComplete } from './toggleAssumeComplete.ts';
import { toggleDock, toggleExplorer, toggleInspector } from './togglePanels.ts';
import { toggleOpenFlows } from './toggleOpenFlows.ts';
import { toggleTheme } from './toggleTheme.ts';
import { undoStep } from './undoStep.ts';

/** Every command, in the order of the palette. Ids and shortcuts are unique, held by a test. */
export const commands: readonly Command[] = [
  openImport,
  importFiles,
  importFolder,
  pasteManifests,
  openWorkspaces,
  clearWorkspace,
  undoStep,
  redoStep,
  openHistory,
  findInFiles,
  formatDocument,
  allowFlow,
  denyFlowTo,
  denyFlow,
  isolateSelected,
  openSelected,
  createWorkload,
  createNamespace,
  createPolicy,
  editPolicy,
  renameSelected,
  relabelSelected,
  deleteSelected,
  tidyPolicy,
  tidyPolicies,
  revealSelection,
  showGraph,
  showMatrix,
  showList,
  toggleOpenFlows,
  toggleAssumeComplete,
  filterGraph,
  clearGraphFilter,
  hideSelected,
  hideDns,
  hideMonitoring,
  showHidden,
  graphViews,
  fitView,
  zoomToSelection,
  moveLeft,
  moveRight,
  moveUp,
  moveDown,
  tidyLayout,
  collapseAll,
  expandAll,
  toggleExplorer,
  toggleInspector,
  toggleDock,
  toggleTheme,
  focusSearch,
  openChanges,
  openExport,
  exportPatch,
  exportZip,
  exportSvg,
  exportPng,
  exportDrawio,
  exportMermaid,
  exportDot,
  openPalette,
  openShortcuts,
  openLicences,
];

export const findCommand = (id: string): Command | undefined => commands.find((command) => command.id === id);
