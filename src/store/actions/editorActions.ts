import type { FilePath, FileRange } from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import { requireServices } from '../services.ts';
import { patchSlice, polder } from '../store.ts';

export function openFile(file: FilePath): void {
  const { openFiles } = polder.getState().editor;
  patchSlice('editor', {
    openFiles: openFiles.includes(file) ? openFiles : [...openFiles, file],
    activeFile: file,
  });
  patchSlice('view', { dockOpen: true, dockTab: 'editor' });
}

export function closeFile(file: FilePath): void {
  const { openFiles, activeFile } = polder.getState().editor;
  const rest = openFiles.filter((path) => path !== file);
  const at = openFiles.indexOf(file);
  patchSlice('editor', {
    openFiles: rest,
    activeFile: activeFile === file ? (rest[Math.min(at, rest.length - 1)] ?? null) : activeFile,
  });
}

/** Opens the file in the editor, scrolls to the place and highlights it. */
export function reveal(at: FileRange): void {
  openFile(at.file);
  const serial = (polder.getState().editor.revealRequest?.serial ?? 0) + 1;
  patchSlice('editor', { revealRequest: { at, serial } });
}

/** Lines that explain the selection (the rules that allow the selected flow). */
export const setHighlights = (highlights: readonly FileRange[]): void => patchSlice('editor', { highlights });

/** The caret moved; what it stands in is asked from the engine and shown on the canvas. Null: the editor lost the focus. */
export async function moveCaret(caret: { file: FilePath; offset: number } | null): Promise<void> {
  if (caret === null) {
    patchSlice('editor', { caret, caretMeaning: null });
    return;
  }
  patchSlice('editor', { caret, lastCaret: caret });
  try {
    const caretMeaning = await requireServices().engine.ask('caretMeaning', caret);
    if (polder.getState().editor.caret === caret) patchSlice('editor', { caretMeaning });
  } catch (error) {
    if (!(error instanceof OutdatedAnswer)) patchSlice('editor', { caretMeaning: null });
  }
}
