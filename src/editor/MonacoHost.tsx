import { useEffect, useRef, useState } from 'react';
import type { editor } from 'monaco-editor/editor';
import { toFilePath, type FilePath } from '../engine/index.ts';
import { typeText } from '../store/actions/applyEdits.ts';
import { openDialog } from '../store/actions/dialogActions.ts';
import { moveCaret } from '../store/actions/editorActions.ts';
import { redo, undo } from '../store/actions/historyActions.ts';
import { polder, usePolder } from '../store/store.ts';
import { createFileModels, type FileModels } from './createFileModels.ts';
import { showProblems, toDecorations } from './decorate.ts';
import { defineThemes, type EditorTheme } from './defineThemes.ts';
import { monaco } from './loadMonaco.ts';
import { useEditorTheme } from './useEditorTheme.ts';
import styles from './MonacoHost.module.css';

interface Mounted {
  readonly editor: editor.IStandaloneCodeEditor;
  readonly models: FileModels;
}

const caretDelay = 60;

const textOf = (file: FilePath): string =>
  polder.getState().workspace.files.find(({ path }) => path === file)?.text ?? '';

function type(file: FilePath, edits: Parameters<typeof typeText>[1]): string {
  typeText(file, edits);
  return textOf(file);
}

function createEditor(host: HTMLElement, theme: EditorTheme): editor.IStandaloneCodeEditor {
  defineThemes(monaco);
  return monaco.editor.create(host, {
    model: null,
    theme,
    automaticLayout: true,
    ariaLabel: 'YAML editor',
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontSize: 12.5,
    lineHeight: 19,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    renderWhitespace: 'boundary',
    smoothScrolling: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    detectIndentation: true,
    fixedOverflowWidgets: true,
    unicodeHighlight: { ambiguousCharacters: true },
    unusualLineTerminators: 'off',
    largeFileOptimizations: true,
    stickyScroll: { enabled: true, maxLineCount: 3 },
    folding: true,
    padding: { top: 6, bottom: 6 },
  });
}

/** One Monaco editor that shows the active file; the history is the workspace's, not Monaco's. */
export function MonacoHost() {
  const host = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const [ready, setReady] = useState(false);
  const theme = useEditorTheme();
  const activeFile = usePolder((state) => state.editor.activeFile);

  useEffect(() => {
    if (!host.current) return;
    const created = createEditor(host.current, 'polder-light');
    const models = createFileModels({ monaco, onType: type });
    mounted.current = { editor: created, models };
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyZ, () => void undo());
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyZ, () => void redo());
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyY, () => void redo());
    // Monaco would wait for the second key of its own Ctrl+K shortcuts; here it opens the palette, as everywhere.
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK, () => openDialog({ type: 'palette' }));
    const stopCaret = followCaret(created, models);
    setReady(true);
    return () => {
      stopCaret();
      mounted.current = null;
      created.dispose();
      models.dispose();
    };
  }, []);

  useEffect(() => monaco.editor.setTheme(theme), [theme, ready]);
  useActiveModel(mounted, activeFile, ready);
  return <div className={styles.host} ref={host} data-testid="yaml-editor" />;
}

/** Tells the store where the caret is, once it rests; and that it is nowhere when the editor loses the focus. */
function followCaret(created: editor.IStandaloneCodeEditor, models: FileModels): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const position = created.getPosition();
      const file = polder.getState().editor.activeFile;
      if (!position || file === null || !created.hasTextFocus()) return;
      const { lines } = models.show(file, textOf(file));
      void moveCaret({ file, offset: lines().toOffset(position) });
    }, caretDelay);
  };
  const listeners = [
    created.onDidChangeCursorPosition(tell),
    created.onDidFocusEditorText(tell),
    created.onDidBlurEditorWidget(() => {
      clearTimeout(timer);
      void moveCaret(null);
    }),
  ];
  return () => {
    clearTimeout(timer);
    listeners.forEach((listener) => listener.dispose());
  };
}

function useActiveModel(mounted: { current: Mounted | null }, activeFile: FilePath | null, ready: boolean): void {
  const text = usePolder((state) => state.workspace.files.find(({ path }) => path === state.editor.activeFile)?.text);
  const openFiles = usePolder((state) => state.editor.openFiles);
  const problems = usePolder((state) => state.analysis.snapshot?.problems);
  const documents = usePolder((state) => state.analysis.snapshot?.documents);
  const highlights = usePolder((state) => state.editor.highlights);
  const revealRequest = usePolder((state) => state.editor.revealRequest);
  const workspaceId = usePolder((state) => state.workspace.id);
  const viewStates = useRef(new Map<FilePath, editor.ICodeEditorViewState | null>());
  const decorations = useRef<editor.IEditorDecorationsCollection | null>(null);
  const revealed = useRef(0);

  useEffect(() => {
    mounted.current?.models.keepOnly(new Set(openFiles));
  }, [mounted, openFiles]);

  useEffect(() => {
    viewStates.current.clear();
  }, [workspaceId]);

  useEffect(() => {
    const current = mounted.current;
    if (!current) return;
    if (activeFile === null || text === undefined) {
      current.editor.setModel(null);
      return;
    }
    const { model } = current.models.show(activeFile, text);
    const before = current.editor.getModel();
    if (before === model) return;
    if (before) viewStates.current.set(toFilePath(before.uri.path.slice(1)), current.editor.saveViewState());
    current.editor.setModel(model);
    decorations.current = current.editor.createDecorationsCollection();
    const viewState = viewStates.current.get(activeFile);
    if (viewState) current.editor.restoreViewState(viewState);
  }, [mounted, ready, activeFile, text]);

  useEffect(() => {
    const current = mounted.current;
    if (!current || activeFile === null || text === undefined) return;
    const shown = current.models.show(activeFile, text);
    showProblems(monaco, shown, problems ?? []);
    const at = revealRequest?.at ?? null;
    decorations.current?.set(toDecorations(monaco, shown, { highlights, revealed: at, documents: documents ?? [] }));
    if (revealRequest && revealRequest.serial !== revealed.current && revealRequest.at.file === activeFile) {
      revealed.current = revealRequest.serial;
      const start = shown.lines().toPosition(revealRequest.at.start);
      const end = shown.lines().toPosition(revealRequest.at.end);
      // The dock may have been hidden until now, and the editor without a size to scroll in.
      current.editor.layout();
      current.editor.revealRangeInCenterIfOutsideViewport(monaco.Range.fromPositions(start, end));
      current.editor.setPosition(start);
    }
  }, [mounted, ready, activeFile, text, problems, documents, highlights, revealRequest]);
}
