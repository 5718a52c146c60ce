import type { editor } from 'monaco-editor/editor';
import { openDialog } from '../store/actions/dialogActions.ts';
import { redo, undo } from '../store/actions/historyActions.ts';
import { defineThemes, type EditorTheme } from './defineThemes.ts';
import type { Monaco } from './loadMonaco.ts';

/** The editor as it is set up here: YAML, the engine's words instead of Monaco's guesses, the history of the workspace. */
export function createMonacoEditor(
  monaco: Monaco,
  host: HTMLElement,
  theme: EditorTheme,
): editor.IStandaloneCodeEditor {
  defineThemes(monaco);
  const created = monaco.editor.create(host, {
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
    stickyScroll: { enabled: true, maxLineCount: 3, defaultModel: 'indentationModel' },
    folding: true,
    padding: { top: 6, bottom: 6 },
    quickSuggestions: { other: true, strings: true, comments: false },
    // What the workspace and the API know, and no words that happen to stand in the file.
    wordBasedSuggestions: 'off',
    suggest: { showWords: false, showSnippets: false },
    codeLensFontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-text'),
    codeLensFontSize: 11,
    formatOnPaste: false,
    formatOnType: false,
  });
  const { KeyCode, KeyMod } = monaco;
  created.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, () => void undo());
  created.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, () => void redo());
  created.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, () => void redo());
  // Monaco would wait for the second key of its own Ctrl+K shortcuts; here it opens the palette, as everywhere.
  created.addCommand(KeyMod.CtrlCmd | KeyCode.KeyK, () => openDialog({ type: 'palette' }));
  return created;
}
