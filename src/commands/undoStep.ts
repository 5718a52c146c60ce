import { undo } from '../store/actions/historyActions.ts';
import type { Command } from './Command.ts';

export const undoStep: Command = {
  id: 'edit.undo',
  label: 'Undo',
  group: 'Edit',
  shortcut: 'Mod+Z',
  inText: true,
  isAvailable: ({ history }) => history.undo.length > 0,
  run: () => void undo(),
};
