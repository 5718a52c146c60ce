import type {
  ChangesView,
  FilePath,
  FileRange,
  Hint,
  ObjectId,
  Problem,
  Protocol,
  SourceFile,
  TextEdit,
  FileEdit,
  WorkspaceSnapshot,
} from '../engine/index.ts';
import type { SkippedEntry } from '../files/ImportSource.ts';
import type { StoredCentre, StoredFile, StoredMatrix, WorkspaceId, WorkspaceInfo } from '../files/WorkspaceStorage.ts';
import type { CaretMeaning, NodeId, PortChoice } from '../worker/protocol.ts';
import type { LayoutRequest, LayoutResult } from '../worker/protocol.ts';

/** What is selected, on the canvas, in the explorer and in the inspector at once. Ids as in the snapshot. */
export type Selection =
  /** By its name. */
  | { readonly type: 'namespace'; readonly id: string }
  | { readonly type: 'workload'; readonly id: NodeId }
  | { readonly type: 'pod'; readonly id: NodeId; readonly workload: NodeId }
  | { readonly type: 'external'; readonly id: NodeId }
  | { readonly type: 'policy'; readonly id: string }
  /** Between workloads or externals (never aggregates). */
  | { readonly type: 'flow'; readonly from: NodeId; readonly to: NodeId }
  /** An aggregated edge of the canvas; ends are namespaces (`namespace:shop`) or nodes. */
  | { readonly type: 'flows'; readonly from: string; readonly to: string; readonly flows: readonly number[] };

export interface WorkspaceSlice {
  readonly id: WorkspaceId | null;
  readonly name: string;
  /** In order; the only truth. */
  readonly files: readonly StoredFile[];
  readonly removed: Readonly<Record<string, string>>;
  /** Counts up with every change of the text. */
  readonly revision: number;
  /** The first visit's sample: an invitation to open one's own manifests is shown with it. */
  readonly isSample: boolean;
  /** What the import does not say is taken as absent, so that nothing is uncertain. */
  readonly assumeComplete: boolean;
  readonly all: readonly WorkspaceInfo[];
  /** Another tab saved this workspace: ask, never overwrite. */
  readonly conflict: boolean;
  readonly saveState: 'saved' | 'saving' | 'unsaved' | 'unavailable';
}

export interface AnalysisSlice {
  readonly status: 'idle' | 'running' | 'failed';
  readonly snapshot: WorkspaceSnapshot | null;
  /** The revision that `snapshot` shows. */
  readonly revision: number;
  /** What is likely a slip, in all files, beside the snapshot's problems; it follows the text a moment later. */
  readonly hints: readonly Hint[];
  /** Of the last evaluation, seen from the main thread. */
  readonly milliseconds: number | null;
  readonly error: string | null;
}

/** One application of text edits and what takes it back. */
export interface TextChange {
  readonly forward: { readonly edits: readonly TextEdit[]; readonly files: readonly FileEdit[] };
  readonly inverse: { readonly edits: readonly TextEdit[]; readonly files: readonly FileEdit[] };
}

export interface HistoryStep {
  readonly label: string;
  /** In the order they were made; undone from the last to the first. */
  readonly changes: readonly TextChange[];
  /** Typing and gestures of one group are one step as long as they follow each other closely. */
  readonly group: string | null;
  readonly at: number;
}

export interface HistorySlice {
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
}

export type Theme = 'system' | 'light' | 'dark';
/** What the view in the centre can be taken away as. The last three are of the graph only. */
export type PictureFormat = 'svg' | 'png' | 'drawio' | 'mermaid' | 'dot';
export type PictureTheme = 'light' | 'dark';
export type DockTab = 'editor' | 'problems' | 'find' | 'history' | 'changes';
export type ExplorerTab = 'explorer' | 'policies' | 'files';
/** What the centre shows of the same data. */
export type CentreView = StoredCentre;
export type { StoredMatrix as MatrixView, MatrixOrder } from '../files/WorkspaceStorage.ts';

/** Which part of the flows the canvas draws. Empty: all. */
export interface CanvasFilter {
  readonly namespaces: readonly string[];
  readonly kinds: readonly string[];
  /** `app=web, tier`: keys or pairs that all must hold. */
  readonly labels: string;
  /** `8080, 9000-9100`: flows on any of them. */
  readonly ports: string;
  readonly protocols: readonly Protocol[];
  /** Seen from the workloads that the filter names. */
  readonly direction: 'both' | 'in' | 'out';
  readonly verdicts: readonly FilterVerdict[];
}

export type FilterVerdict = 'rule' | 'partial' | 'uncertain';

/** Flows that are everywhere and say little. */
export type NoiseId = 'dns' | 'monitoring';

/** What was taken out of the picture by hand. */
export interface CanvasHidden {
  /** Ids of workloads and external ranges, `namespace:NAME` of whole namespaces. */
  readonly nodes: readonly string[];
  readonly noise: readonly NoiseId[];
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The picture under a name: what is drawn, where, and from how far. */
export interface SavedView {
  readonly name: string;
  readonly filter: CanvasFilter;
  readonly hidden: CanvasHidden;
  readonly collapsedNamespaces: readonly string[];
  readonly expandedWorkloads: readonly NodeId[];
  readonly showOpenFlows: boolean;
  readonly positions: LayoutResult;
  readonly viewport: Viewport | null;
}

/** Pairs of nodes whose flows a comparison found added or removed; the canvas marks them. */
export interface FlowOverlay {
  readonly added: readonly FlowPair[];
  readonly removed: readonly FlowPair[];
}

export interface FlowPair {
  readonly from: NodeId;
  readonly to: NodeId;
  /** Short words for the ports, as on an edge; null: unknown or many. */
  readonly ports?: string | null;
}

export interface ViewSlice {
  readonly theme: Theme;
  readonly centre: CentreView;
  readonly matrix: StoredMatrix;
  /** Asks the view in the centre for its picture; counts up. */
  readonly pictureRequest: {
    readonly format: PictureFormat;
    readonly theme: PictureTheme;
    readonly serial: number;
  } | null;
  readonly collapsedNamespaces: ReadonlySet<string>;
  readonly expandedWorkloads: ReadonlySet<NodeId>;
  /** Draw flows that are open by default too. */
  readonly showOpenFlows: boolean;
  readonly filter: CanvasFilter;
  readonly hidden: CanvasHidden;
  readonly savedViews: readonly SavedView[];
  /** Where the canvas looks when it is at rest; null before it was drawn. */
  readonly viewport: Viewport | null;
  /** The inspector shows policies as forms. */
  readonly policyForm: boolean;
  /** Which of the canvas's own panels is open. */
  readonly canvasPanel: 'filter' | 'hidden' | 'views' | null;
  /** Asks the canvas to look somewhere; counts up. */
  readonly viewportRequest: { readonly viewport: Viewport; readonly serial: number } | null;
  /** What a comparison adds to the picture; null: nothing is compared. */
  readonly overlay: FlowOverlay | null;
  /** Positions of nodes and frames that do not move by themselves. */
  readonly positions: LayoutResult;
  readonly explorerTab: ExplorerTab;
  readonly dockTab: DockTab;
  readonly dockOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly explorerOpen: boolean;
  /** Text of the search field in the explorer; canvas dims what does not match. */
  readonly search: string;
  /** Asks for the search field's focus; counts up. */
  readonly searchFocus: number;
  /** Asks the canvas to bring something into view; counts up. */
  readonly focusRequest: { readonly id: string; readonly serial: number } | null;
  /** Asks the canvas to move what is selected by so much, in units of the map; counts up. */
  readonly moveRequest: { readonly by: { readonly x: number; readonly y: number }; readonly serial: number } | null;
}

export interface EditorSlice {
  readonly openFiles: readonly FilePath[];
  readonly activeFile: FilePath | null;
  /** Asks the editor to show and highlight a place; counts up. */
  readonly revealRequest: { readonly at: FileRange; readonly serial: number } | null;
  /** Lines shown as highlighted because of the selection (rules that allow the selected flow). */
  readonly highlights: readonly FileRange[];
  readonly caret: { readonly file: FilePath; readonly offset: number } | null;
  /** The same, kept when the editor loses the focus. */
  readonly lastCaret: { readonly file: FilePath; readonly offset: number } | null;
  /** What the caret stands in; the canvas highlights it. */
  readonly caretMeaning: CaretMeaning | null;
}

/** A node's id, `namespace:NAME` or `cidr:…`: what an intent can be about (`panels/plan/EndValue.ts`). */
export type EndId = string;

export type Dialog =
  /** Draw or command "Allow flow to…": an end is null while it is being chosen. */
  | {
      readonly type: 'flow';
      readonly intent: 'allow' | 'deny';
      readonly from: EndId | null;
      readonly to: EndId | null;
      readonly ports: readonly PortChoice[] | null;
    }
  | { readonly type: 'isolate'; readonly mode: 'isolate' | 'open'; readonly target: EndId }
  /** `namespace`: where it is likely meant to be. */
  | { readonly type: 'create'; readonly kind: 'workload' | 'namespace' | 'policy'; readonly namespace: string | null }
  | { readonly type: 'rename'; readonly object: ObjectId }
  | { readonly type: 'relabel'; readonly object: ObjectId }
  | { readonly type: 'delete'; readonly object: ObjectId }
  /** null: all policies. */
  | { readonly type: 'tidy'; readonly policy: ObjectId | null }
  | { readonly type: 'palette' }
  | { readonly type: 'import' }
  | { readonly type: 'paste' }
  | { readonly type: 'export' }
  | { readonly type: 'workspaces' }
  | { readonly type: 'shortcuts' }
  | {
      readonly type: 'confirm';
      readonly title: string;
      readonly text: string;
      readonly action: string;
      readonly onConfirm: () => void;
    };

/** What the last import read and left out, until it is dismissed. */
export interface ImportReport {
  readonly name: string;
  readonly fileCount: number;
  readonly skipped: readonly SkippedEntry[];
  readonly problemCount: number;
}

export interface ImportSlice {
  /** Non-null while an import runs. */
  readonly progress: { readonly done: number; readonly total: number | null; readonly label: string } | null;
  /** Problems of reading files that left no text behind (binary, archive broken, too large): shown with the others. */
  readonly problems: readonly Problem[];
  readonly report: ImportReport | null;
}

/** The workspace now against how it was imported, while someone looks at it. */
export interface ChangesSlice {
  readonly status: 'idle' | 'running' | 'failed';
  /** Of the last comparison that was made; null before the first, and when nothing has changed. */
  readonly view: ChangesView | null;
  /** The revision that `view` shows. */
  readonly revision: number;
  readonly error: string | null;
}

export interface PolderState {
  readonly workspace: WorkspaceSlice;
  readonly analysis: AnalysisSlice;
  readonly changes: ChangesSlice;
  readonly history: HistorySlice;
  readonly selection: Selection | null;
  readonly view: ViewSlice;
  readonly editor: EditorSlice;
  readonly dialog: Dialog | null;
  /** Where on the screen the menu of what is selected is open. */
  readonly menu: { readonly x: number; readonly y: number } | null;
  readonly import: ImportSlice;
}

export type { CaretMeaning, LayoutRequest, LayoutResult, NodeId, PortChoice, SourceFile };
