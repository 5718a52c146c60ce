import { applyPlan, type EditPlan, type FilePath, type TextRange } from '../../engine/index.ts';
import type { StoredFile } from '../../files/WorkspaceStorage.ts';
import { requireServices } from '../services.ts';
import type { HistoryStep, TextChange, WorkspaceSlice } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import { analyse } from './analysisActions.ts';
import { keepChange } from './saveActions.ts';

/**
 * How undo sees a change. step: on its own · gesture: merged with the changes of the same `group` just before it · none:
 * not undoable by itself (undo and redo use it).
 */
export type Capture = 'step' | 'gesture' | 'none';

export interface ApplyOptions {
  readonly capture: Capture;
  readonly group?: string;
  /** The revision the plan was made on: a plan for older text is refused. */
  readonly revision?: number;
}

type PlannedText = Pick<EditPlan, 'label' | 'edits' | 'files'>;

/** Longer than this between two keystrokes starts a new step. */
const gestureMilliseconds = 1200;
const historyLimit = 500;

/**
 * The funnel: the only writer of the workspace's text. Returns false when the plan belongs to older text or does not fit;
 * nothing is changed then.
 */
export function applyEdits(plan: PlannedText, options: ApplyOptions): boolean {
  const { workspace, history } = polder.getState();
  if (options.revision !== undefined && options.revision !== workspace.revision) return false;
  const change = changeText(plan, workspace);
  if (change === null) return false;
  if (options.capture !== 'none') {
    patchSlice('history', { undo: recordStep(history.undo, plan.label, change, options), redo: [] });
  }
  return true;
}

/** Typing in the editor: ranges are those of the text before, as in one content change. */
export function typeText(file: FilePath, edits: readonly { range: TextRange; text: string }[]): boolean {
  return applyEdits(
    { label: `Typing in ${file}`, edits: edits.map((edit) => ({ file, ...edit })), files: [] },
    { capture: 'gesture', group: `typing:${file}` },
  );
}

function recordStep(
  undo: readonly HistoryStep[],
  label: string,
  change: TextChange,
  { capture, group }: ApplyOptions,
): readonly HistoryStep[] {
  const at = requireServices().now();
  const last = undo.at(-1);
  if (capture === 'gesture' && last && last.group === (group ?? null) && at - last.at < gestureMilliseconds) {
    return [...undo.slice(0, -1), { ...last, at, changes: [...last.changes, change] }];
  }
  return [
    ...undo.slice(-historyLimit),
    { label, changes: [change], group: capture === 'gesture' ? (group ?? null) : null, at },
  ];
}

/** Writes the new text into the workspace; evaluation and saving follow by themselves. */
function changeText(plan: Pick<EditPlan, 'edits' | 'files'>, workspace: WorkspaceSlice): TextChange | null {
  const before = new Map(workspace.files.map((file) => [file.path, file.text]));
  const applied = applyPlan(before, plan);
  if (!applied.ok) return null;
  const { files, removed } = updateFiles(workspace, applied.files);
  patchSlice('workspace', { files, removed, revision: workspace.revision + 1 });
  analyse();
  keepChange({ edits: plan.edits, files: plan.files });
  return { forward: { edits: plan.edits, files: plan.files }, inverse: applied.inverse };
}

/** Keeps the originals: a file that comes back by undo is the imported one again. */
function updateFiles(
  workspace: WorkspaceSlice,
  texts: ReadonlyMap<FilePath, string>,
): { files: readonly StoredFile[]; removed: Readonly<Record<string, string>> } {
  const removed: Record<string, string> = { ...workspace.removed };
  const files: StoredFile[] = [];
  for (const file of workspace.files) {
    const text = texts.get(file.path);
    if (text === undefined) {
      if (file.original !== null) removed[file.path] = file.original;
    } else files.push(text === file.text ? file : { ...file, text });
  }
  const known = new Set(workspace.files.map((file) => file.path));
  for (const [path, text] of texts) {
    if (known.has(path)) continue;
    files.push({ path, text, original: removed[path] ?? null });
    delete removed[path];
  }
  return { files, removed };
}
