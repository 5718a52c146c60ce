import { importPicked } from '../store/actions/importActions.ts';
import { always, type Command } from './Command.ts';

export const importFiles: Command = {
  id: 'import.files',
  label: 'Open files or a zip…',
  group: 'Workspace',
  shortcut: 'Mod+O',
  isAvailable: always,
  run: () => importPicked('files', 'new'),
};
