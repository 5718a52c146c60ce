import { exportPatch as download } from '../store/actions/exportActions.ts';
import { hasChanges } from '../store/selectors.ts';
import type { Command } from './Command.ts';

export const exportPatch: Command = {
  id: 'export.patch',
  label: 'Download the changes as a patch',
  group: 'Export',
  shortcut: null,
  isAvailable: hasChanges,
  run: download,
};
