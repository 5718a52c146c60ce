import { setDockTab } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const openHistory: Command = {
  id: 'edit.history',
  label: 'Show the history',
  group: 'Edit',
  shortcut: null,
  isAvailable: always,
  run: () => setDockTab('history'),
};
