import { exportZip as download } from '../store/actions/exportActions.ts';
import type { Command } from './Command.ts';

export const exportZip: Command = {
  id: 'export.zip',
  label: 'Download all files as a zip',
  group: 'Export',
  shortcut: null,
  isAvailable: ({ workspace }) => workspace.files.length > 0,
  run: download,
};
