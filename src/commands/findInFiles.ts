import { setDockTab } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const findInFiles: Command = {
  id: 'edit.findInFiles',
  label: 'Find in all files',
  group: 'Edit',
  shortcut: 'Mod+Shift+F',
  inText: true,
  isAvailable: always,
  run: () => setDockTab('find'),
};
