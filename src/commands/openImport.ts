import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const openImport: Command = {
  id: 'import.open',
  label: 'Open manifests…',
  group: 'Workspace',
  shortcut: null,
  isAvailable: always,
  run: () => openDialog({ type: 'import' }),
};
