import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const openExport: Command = {
  id: 'export.open',
  label: 'Export…',
  group: 'Export',
  shortcut: 'Mod+E',
  isAvailable: always,
  run: () => openDialog({ type: 'export' }),
};
