import { redo } from '../store/actions/historyActions.ts';
import type { Command } from './Command.ts';

export const redoStep: Command = {
  id: 'edit.redo',
  label: 'Redo',
  group: 'Edit',
  shortcut: 'Mod+Shift+Z',
  inText: true,
  isAvailable: ({ history }) => history.redo.length > 0,
  run: () => void redo(),
};
