import { setDockTab } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const openChanges: Command = {
  id: 'view.changes',
  label: 'Show what changed since the import',
  group: 'View',
  shortcut: 'C',
  isAvailable: always,
  run: () => setDockTab('changes'),
};
