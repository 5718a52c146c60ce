import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const openShortcuts: Command = {
  id: 'help.shortcuts',
  label: 'Keyboard shortcuts',
  group: 'Help',
  shortcut: '?',
  isAvailable: always,
  run: () => openDialog({ type: 'shortcuts' }),
};
