import type { editor } from 'monaco-editor/editor';
import { formatFormatRefusal } from '../engine/index.ts';
import { formatDocument } from '../store/actions/assistActions.ts';
import { notify } from '../ui/notify.tsx';
import type { EditorContext } from './EditorContext.ts';

/** What can be done with the text at the caret, in Monaco's own menu and by key. */
export function addActions(created: editor.IStandaloneCodeEditor, { monaco, fileOf }: EditorContext): void {
  created.addAction({
    id: 'polder.explain',
    label: 'What Is This?',
    // Monaco's own key for it begins with Ctrl+K, which opens the palette here.
    keybindings: [monaco.KeyCode.F1],
    contextMenuGroupId: 'navigation',
    run: () => created.getAction('editor.action.showHover')?.run(),
  });
  created.addAction({
    id: 'polder.format',
    label: 'Format This Document',
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    contextMenuGroupId: '1_modification',
    run: async () => {
      const model = created.getModel();
      const position = created.getPosition();
      const file = model === null ? null : fileOf(model);
      if (file === null || position === null) return;
      const refusal = await formatDocument(file.file, file.lines().toOffset(position));
      if (refusal === 'TIDY') notify.done(formatFormatRefusal(refusal));
      else if (refusal !== null) notify.failed(formatFormatRefusal(refusal));
    },
  });
}
