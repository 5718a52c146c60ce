import { useEffect, useRef, useState } from 'react';
import type { editor } from 'monaco-editor/editor';
import { toFilePath, type FilePath } from '../engine/index.ts';
import { typeText } from '../store/actions/applyEdits.ts';
import { polder, usePolder } from '../store/store.ts';
import { addActions } from './addActions.ts';
import { createFileModels, type FileModels } from './createFileModels.ts';
import { createMonacoEditor } from './createMonacoEditor.ts';
import { showProblems, toDecorations } from './decorate.ts';
import type { EditorContext } from './EditorContext.ts';
import { followCaret } from './followCaret.ts';
import { monaco } from './loadMonaco.ts';
import { registerProviders } from './registerProviders.ts';
import { useEditorTheme } from './useEditorTheme.ts';
import { useHints } from './useHints.ts';
import styles from './MonacoHost.module.css';

interface Mounted {
  readonly editor: editor.IStandaloneCodeEditor;
  readonly models: FileModels;
}

const textOf = (file: FilePath): string =>
  polder.getState().workspace.files.find(({ path }) => path === file)?.text ?? '';

const hasFile = (file: FilePath): boolean => polder.getState().workspace.files.some(({ path }) => path === file);

function type(file: FilePath, edits: Parameters<typeof typeText>[1]): string {
  typeText(file, edits);
  return textOf(file);
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
    const created = createMonacoEditor(monaco, host.current, 'polder-light');
    const models = createFileModels({ monaco, onType: type });
    mounted.current = { editor: created, models };
    const changes = new monaco.Emitter<void>();
    const stopListening = polder.subscribe((state, before) => {
      if (state.analysis.snapshot !== before.analysis.snapshot) changes.fire();
    });
    const context: EditorContext = {
      monaco,
      fileOf: (model) => models.find(model),
      open: ({ file }) => (hasFile(file) ? models.show(file, textOf(file)) : null),
    };
    const providers = registerProviders(context, changes.event);
    addActions(created, context);
    const stopCaret = followCaret(created, models);
    setReady(true);
    return () => {
      stopCaret();
      stopListening();
      providers.dispose();
      changes.dispose();
      mounted.current = null;
      created.dispose();
      models.dispose();
    };
  }, []);

  useEffect(() => monaco.editor.setTheme(theme), [theme, ready]);
  useActiveModel(mounted, activeFile, ready);
  return <div className={styles.host} ref={host} data-testid="yaml-editor" />;
}

function useActiveModel(mounted: { current: Mounted | null }, activeFile: FilePath | null, ready: boolean): void {
  const text = usePolder((state) => state.workspace.files.find(({ path }) => path === state.editor.activeFile)?.text);
  const openFiles = usePolder((state) => state.editor.openFiles);
  const problems = usePolder((state) => state.analysis.snapshot?.problems);
  const hints = useHints(activeFile);
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
    showProblems(monaco, shown, { problems: problems ?? [], hints });
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
  }, [mounted, ready, activeFile, text, problems, hints, documents, highlights, revealRequest]);
}
