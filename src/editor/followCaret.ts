import type { editor } from 'monaco-editor/editor';
import { moveCaret } from '../store/actions/editorActions.ts';
import type { FileModels } from './createFileModels.ts';

const caretDelay = 60;

/** Tells the store where the caret is, once it rests; and that it is nowhere when the editor loses the focus. */
export function followCaret(created: editor.IStandaloneCodeEditor, models: FileModels): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const position = created.getPosition();
      const model = created.getModel();
      const shown = model === null ? null : models.find(model);
      if (!position || shown === null || !created.hasTextFocus()) return;
      void moveCaret({ file: shown.file, offset: shown.lines().toOffset(position) });
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
