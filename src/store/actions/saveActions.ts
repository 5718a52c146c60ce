import type { FilePath } from '../../engine/index.ts';
import type { JournalChange } from '../../files/createJournal.ts';
import { createSaver, type Saver, type SaverState } from '../../files/createSaver.ts';
import type {
  StoredFile,
  StoredView,
  StoredWorkspace,
  WorkspaceSave,
  WorkspaceStorage,
} from '../../files/WorkspaceStorage.ts';
import { requireServices } from '../services.ts';
import type { PolderState } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import { toStoredCanvas } from './storedCanvas.ts';

/** What the browser holds of the workspace on screen: only what differs is written. */
let saved: { version: number; files: ReadonlyMap<FilePath, StoredFile> } = { version: 0, files: new Map() };
let current: { readonly saver: Saver; readonly storage: WorkspaceStorage } | null = null;

function requireSaver(): Saver {
  const { storage } = requireServices();
  if (current?.storage !== storage) {
    current = { storage, saver: createSaver({ storage, onState: showState, onSaved: rememberSaved }) };
  }
  return current.saver;
}

function showState(state: SaverState): void {
  patchSlice('workspace', { saveState: state.type === 'conflict' ? 'unsaved' : state.type });
  if (state.type === 'conflict') void settleOtherTab();
}

function rememberSaved(save: WorkspaceSave, version: number): void {
  if (save.mark) requireServices().journal?.settle(save.id, save.mark);
  const files = new Map(saved.files);
  for (const path of save.gone) files.delete(path);
  for (const file of save.changed) files.set(file.path, file);
  saved = { version, files };
}

/** From now on another workspace is saved; `stored` is what the browser holds of it (version 0: nothing). */
export function beginSaving(stored: Pick<StoredWorkspace, 'version' | 'files'>): void {
  const files = stored.version === 0 ? [] : stored.files;
  saved = { version: stored.version, files: new Map(files.map((file) => [file.path, file])) };
  requireSaver().cancel();
  requireSaver().resume();
}

const toStoredView = ({ view }: PolderState): StoredView => ({
  positions: view.positions.nodes,
  groups: view.positions.groups,
  collapsedNamespaces: [...view.collapsedNamespaces],
  expandedWorkloads: [...view.expandedWorkloads],
  showOpenFlows: view.showOpenFlows,
  canvas: toStoredCanvas(view),
  centre: view.centre,
  matrix: view.matrix,
});

function toSave(): WorkspaceSave | null {
  const state = polder.getState();
  const { id, name, files, removed, assumeComplete } = state.workspace;
  if (id === null) return null;
  const paths = new Set(files.map(({ path }) => path));
  return {
    id,
    name,
    changed: files.filter((file) => saved.files.get(file.path) !== file),
    gone: [...saved.files.keys()].filter((path) => !paths.has(path)),
    order: files.map(({ path }) => path),
    removed,
    view: toStoredView(state),
    basedOn: saved.version,
    mark: requireServices().journal?.mark() ?? null,
    assumeComplete,
  };
}

/** Something changed that the browser should keep; written a moment later. */
export function scheduleSave(): void {
  if (polder.getState().workspace.id !== null) requireSaver().schedule(toSave);
}

/** Writes a change of the text down at once and saves it a moment later, or at once when it cannot be written down. */
export function keepChange(change: JournalChange): void {
  const { journal } = requireServices();
  const { id } = polder.getState().workspace;
  const noted = id === null || !journal || journal.note(id, saved.version, change);
  scheduleSave();
  if (!noted) void flushSave();
}

/** Writes what waits to be written. */
export async function flushSave(): Promise<void> {
  await requireSaver().flush();
}

/** Writes the workspace on screen at once. */
export async function saveNow(): Promise<void> {
  scheduleSave();
  await flushSave();
}

/** Another tab saved the workspace on screen. */
export function noticeOtherTab(version: number | null): void {
  if (version !== saved.version) void settleOtherTab();
}

/**
 * Another tab saved on top of what this one read. When it only moved things on the canvas, this tab goes on from there;
 * when it changed the text, nothing is overwritten until the person has chosen.
 */
async function settleOtherTab(): Promise<void> {
  const { id } = polder.getState().workspace;
  const stored = id === null ? null : await requireServices().storage.load(id);
  if (polder.getState().workspace.id !== id) return;
  if (stored && hasSameTexts(stored.files, saved.files)) {
    saved = { ...saved, version: stored.version };
    requireSaver().resume();
  } else patchSlice('workspace', { conflict: true });
}

const hasSameTexts = (files: readonly StoredFile[], others: ReadonlyMap<FilePath, StoredFile>): boolean =>
  files.length === others.size && files.every((file) => others.get(file.path)?.text === file.text);
