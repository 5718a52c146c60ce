import type { CanvasFilter, CanvasHidden, PolderState } from './state.ts';

/** Everything is drawn. */
export const noFilter: CanvasFilter = {
  namespaces: [],
  kinds: [],
  labels: '',
  ports: '',
  protocols: [],
  direction: 'both',
  verdicts: [],
};

export const nothingHidden: CanvasHidden = { nodes: [], noise: [] };

export const initialState: PolderState = {
  workspace: {
    id: null,
    name: '',
    files: [],
    removed: {},
    revision: 0,
    isSample: false,
    assumeComplete: false,
    all: [],
    conflict: false,
    saveState: 'saved',
  },
  analysis: { status: 'idle', snapshot: null, revision: -1, milliseconds: null, error: null },
  changes: { status: 'idle', view: null, revision: -1, error: null },
  history: { undo: [], redo: [] },
  selection: null,
  view: {
    theme: 'system',
    centre: 'graph',
    matrix: { opened: null, order: 'name', grouped: true, cell: 22 },
    pictureRequest: null,
    collapsedNamespaces: new Set(),
    expandedWorkloads: new Set(),
    showOpenFlows: false,
    filter: noFilter,
    hidden: nothingHidden,
    savedViews: [],
    viewport: null,
    canvasPanel: null,
    viewportRequest: null,
    overlay: null,
    positions: { nodes: {}, groups: {} },
    explorerTab: 'explorer',
    dockTab: 'editor',
    dockOpen: true,
    inspectorOpen: true,
    explorerOpen: true,
    search: '',
    searchFocus: 0,
    focusRequest: null,
  },
  editor: {
    openFiles: [],
    activeFile: null,
    revealRequest: null,
    highlights: [],
    caret: null,
    lastCaret: null,
    caretMeaning: null,
  },
  dialog: null,
  import: { progress: null, problems: [], report: null },
};
