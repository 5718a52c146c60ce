import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const pasteManifests: Command = {
  id: 'import.paste',
  label: 'Paste manifests…',
  group: 'Workspace',
  shortcut: null,
  isAvailable: always,
  run: () => openDialog({ type: 'paste' }),
};
