import type { FilePath } from '../../engine/index.ts';
import type { ImportedFile, RemoveResult, StoredWorkspace, WorkspaceId } from '../../files/WorkspaceStorage.ts';
import { initialState } from '../initialState.ts';
import { requireServices } from '../services.ts';
import { patchSlice, polder } from '../store.ts';
import { analyse, forgetAnalysis } from './analysisActions.ts';
import { applyEdits } from './applyEdits.ts';
import { readStoredCanvas } from './storedCanvas.ts';
import { beginSaving, flushSave, saveNow, scheduleSave } from './saveActions.ts';

/** Samples carry it in their id, so that the invitation to open one's own manifests survives a reload. */
const samplePrefix = 'sample-';

export async function refreshWorkspaces(): Promise<void> {
  patchSlice('workspace', { all: await requireServices().storage.list() });
}

/** Shows a workspace; everything of the one before leaves the screen (its text is saved first). */
function showWorkspace(stored: StoredWorkspace): void {
  const { workspace, view, dialog } = polder.getState();
  const kept = stored.view;
  polder.setState({
    workspace: {
      ...initialState.workspace,
      id: stored.id,
      name: stored.name,
      files: stored.files,
      removed: stored.removed,
      revision: workspace.revision + 1,
      isSample: stored.id.startsWith(samplePrefix),
      assumeComplete: stored.assumeComplete ?? false,
      all: workspace.all,
    },
    history: initialState.history,
    changes: initialState.changes,
    selection: null,
    // A dialog is about what was open; before the first workspace, it can only be about what comes.
    dialog: workspace.id === null ? dialog : null,
    editor: { ...initialState.editor, ...firstOpenFile(stored) },
    import: { ...initialState.import },
    view: {
      ...view,
      search: '',
      focusRequest: null,
      moveRequest: null,
      overlay: null,
      positions: kept ? { nodes: kept.positions, groups: kept.groups ?? {} } : initialState.view.positions,
      collapsedNamespaces: new Set(kept?.collapsedNamespaces),
      expandedWorkloads: new Set(kept?.expandedWorkloads),
      showOpenFlows: kept?.showOpenFlows ?? false,
      ...readStoredCanvas(kept?.canvas),
      viewport: null,
      canvasPanel: null,
      viewportRequest: null,
      centre: kept?.centre ?? 'graph',
      matrix: kept?.matrix ?? initialState.view.matrix,
    },
  });
  beginSaving(stored);
  forgetAnalysis();
  void analyse();
}

/** A tab to begin with: the first file that has policies in its name, else the first file. */
function firstOpenFile({ files }: StoredWorkspace): { openFiles: FilePath[]; activeFile: FilePath | null } {
  const file = files.find(({ path }) => /polic/i.test(path)) ?? files[0];
  return file ? { openFiles: [file.path], activeFile: file.path } : { openFiles: [], activeFile: null };
}

export async function openWorkspace(id: WorkspaceId): Promise<boolean> {
  const { storage } = requireServices();
  await flushSave();
  const stored = await storage.load(id);
  if (!stored) return false;
  const { journal } = requireServices();
  const unsaved = (await journal?.recover(id, { version: stored.version, mark: stored.mark ?? null })) ?? [];
  showWorkspace(stored);
  for (const change of unsaved) {
    applyEdits(
      { label: 'Recovered: typed before the tab was closed', ...change },
      { capture: 'gesture', group: 'recovered' },
    );
  }
  await storage.setLastOpened(id);
  await refreshWorkspaces();
  return true;
}

export interface NewWorkspace {
  readonly name: string;
  readonly files: readonly ImportedFile[];
  /** The sample that it is, if it is one: there is one workspace of each. */
  readonly sample: string | null;
}

/** The workspace of a sample, whether it exists or not. */
export const toSampleWorkspaceId = (sample: string): WorkspaceId => `${samplePrefix}${sample}` as WorkspaceId;

export async function createWorkspace({ name, files, sample }: NewWorkspace): Promise<void> {
  const { storage, newId } = requireServices();
  await flushSave();
  const id = sample === null ? (newId() as WorkspaceId) : toSampleWorkspaceId(sample);
  showWorkspace({
    id,
    name,
    files: files.map((file) => ({ ...file, original: file.text })),
    removed: {},
    view: null,
    version: 0,
  });
  await saveNow();
  await storage.setLastOpened(id);
  await refreshWorkspaces();
}

export function renameWorkspace(name: string): void {
  const trimmed = name.trim();
  if (trimmed === '') return;
  patchSlice('workspace', { name: trimmed });
  scheduleSave();
}

/** Whether what the import does not say is taken as absent (true) or leaves flows uncertain (false). */
export function setAssumeComplete(assumeComplete: boolean): void {
  const { workspace } = polder.getState();
  if (workspace.assumeComplete === assumeComplete) return;
  // A revision of its own: whoever compares or explains asks again, as after a change of the text.
  patchSlice('workspace', { assumeComplete, revision: workspace.revision + 1 });
  void analyse();
  scheduleSave();
}

/** Removes it from this browser; when it is the one on screen, an empty one takes its place. */
export async function deleteWorkspace(id: WorkspaceId): Promise<RemoveResult> {
  const result = await requireServices().storage.remove(id);
  if (!result.ok) return result;
  if (polder.getState().workspace.id === id) {
    await createWorkspace({ name: 'New workspace', files: [], sample: null });
  } else await refreshWorkspaces();
  return result;
}

/** Removes all files; the step can be undone until the page is left. */
export function clearWorkspace(): void {
  const { files } = polder.getState().workspace;
  const label = files.length === 1 ? 'Clear the workspace (1 file)' : `Clear the workspace (${files.length} files)`;
  applyEdits(
    { label, edits: [], files: files.map(({ path }) => ({ type: 'remove', file: path })) },
    { capture: 'step' },
  );
  polder.setState({ selection: null });
  patchSlice('editor', { openFiles: [], activeFile: null, highlights: [], caretMeaning: null });
}

export function removeFile(path: FilePath): void {
  applyEdits({ label: `Remove ${path}`, edits: [], files: [{ type: 'remove', file: path }] }, { capture: 'step' });
}

/**
 * Adds files to the workspace on screen as imported ones. Not a step of the history: an import changes nothing that was
 * there, and taking it back must not look like deleting the file.
 */
export function addFiles(files: readonly ImportedFile[]): void {
  const { workspace } = polder.getState();
  const before = new Set(workspace.files.map(({ path }) => path));
  const added = files.filter(({ path }) => !before.has(path)).map((file) => ({ ...file, original: file.text }));
  patchSlice('workspace', { files: [...workspace.files, ...added], revision: workspace.revision + 1 });
  void analyse();
  scheduleSave();
}

/**
 * Another tab saved this workspace. theirs: show what it saved · mine: overwrite it with what is here · copy: keep both,
 * mine under a new name.
 */
export async function resolveConflict(choice: 'theirs' | 'mine' | 'copy'): Promise<void> {
  const { workspace } = polder.getState();
  if (workspace.id === null) return;
  const { storage, newId } = requireServices();
  if (choice === 'theirs') {
    const stored = await storage.load(workspace.id);
    if (stored) showWorkspace(stored);
  } else if (choice === 'mine') {
    const stored = await storage.load(workspace.id);
    beginSaving({ version: stored?.version ?? 0, files: [] });
    patchSlice('workspace', { conflict: false });
    await saveNow();
  } else {
    const id = newId() as WorkspaceId;
    beginSaving({ version: 0, files: [] });
    patchSlice('workspace', { id, name: `${workspace.name} (copy)`, conflict: false, isSample: false });
    await saveNow();
    await storage.setLastOpened(id);
  }
  await refreshWorkspaces();
}
