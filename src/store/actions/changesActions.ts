import type { FilePath } from '../../engine/index.ts';
import { createPatch } from '../../files/createPatch.ts';
import type { StoredFile } from '../../files/WorkspaceStorage.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type { OriginalFile } from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { hasChanges, isChanged } from '../selectors.ts';
import type { FlowOverlay } from '../state.ts';
import { patchSlice, polder } from '../store.ts';

/** Compares the workspace with how it was imported, in the worker; newer text makes the answer void. */
export async function compareWithImport(): Promise<void> {
  const state = polder.getState();
  const { revision } = state.workspace;
  if (!hasChanges(state)) {
    patchSlice('changes', { status: 'idle', view: null, revision, error: null });
    return;
  }
  patchSlice('changes', { status: 'running', error: null });
  try {
    const view = await requireServices().engine.ask('changes', { originals: listOriginals() });
    if (polder.getState().workspace.revision === revision) {
      patchSlice('changes', { status: 'idle', view, revision, error: null });
    }
  } catch (error) {
    // Whoever looks at the changes asks again when the newer text is evaluated.
    if (error instanceof OutdatedAnswer) return;
    patchSlice('changes', { status: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}

/** Files that are not as they were imported. */
function listOriginals(): readonly OriginalFile[] {
  const { files, removed } = polder.getState().workspace;
  const here = new Set<string>(files.map(({ path }) => path));
  return [
    ...files.filter(isChanged).map(({ path, original }) => ({ path, text: original ?? removed[path] ?? null })),
    ...Object.entries(removed)
      .filter(([path]) => !here.has(path))
      .map(([path, text]) => ({ path: path as FilePath, text })),
  ];
}

/** Marks flows as added or removed on the canvas; null takes the marks away. */
export const setOverlay = (overlay: FlowOverlay | null): void => patchSlice('view', { overlay });

/** How the text of one file differs from the import. */
export interface TextChangeOfFile {
  readonly path: FilePath;
  readonly type: 'changed' | 'made' | 'removed';
  /** A unified diff; empty when the file is no text to git (UTF-16). */
  readonly patch: string;
}

/** A file that did not change since it was last asked about has its patch already. */
const patches = new WeakMap<StoredFile, string>();

/** Every file that is not as it was imported, by path. */
export function listTextChanges(): readonly TextChangeOfFile[] {
  const { files, removed } = polder.getState().workspace;
  const here = new Set<string>(files.map(({ path }) => path));
  const present = files.filter(isChanged).map((file): TextChangeOfFile => {
    const patch = patches.get(file) ?? createPatch({ files: [file], removed: pick(removed, file.path) }).text;
    patches.set(file, patch);
    return { path: file.path, type: file.original === null ? 'made' : 'changed', patch };
  });
  const gone = Object.entries(removed)
    .filter(([path]) => !here.has(path))
    .map(([path, text]): TextChangeOfFile => {
      return {
        path: path as FilePath,
        type: 'removed',
        patch: createPatch({ files: [], removed: { [path]: text } }).text,
      };
    });
  return [...present, ...gone].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file that was removed and made again is a changed one. */
const pick = (removed: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> =>
  removed[path] === undefined ? {} : { [path]: removed[path] };
