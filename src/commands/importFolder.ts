import { importPicked } from '../store/actions/importActions.ts';
import { always, type Command } from './Command.ts';

export const importFolder: Command = {
  id: 'import.folder',
  label: 'Open a folder…',
  group: 'Workspace',
  shortcut: 'Mod+Shift+O',
  isAvailable: always,
  run: () => importPicked('folder', 'new'),
};
