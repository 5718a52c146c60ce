import { formatFormatRefusal } from '../engine/index.ts';
import { formatDocument as format } from '../store/actions/assistActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

/** The document that the caret was in last; white space only, and never by itself. */
export const formatDocument: Command = {
  id: 'edit.format',
  label: 'Format this document',
  group: 'Edit',
  shortcut: null,
  isAvailable: ({ editor }) => editor.lastCaret !== null && editor.lastCaret.file === editor.activeFile,
  run: async () => {
    const { lastCaret } = polder.getState().editor;
    const refusal = lastCaret === null ? null : await format(lastCaret.file, lastCaret.offset);
    // Whoever runs a command shows why it could not be done.
    if (refusal !== null) throw new Error(formatFormatRefusal(refusal));
  },
};
