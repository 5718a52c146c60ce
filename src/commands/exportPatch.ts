import { hasChanges } from '../store/selectors.ts';
import type { Command } from './Command.ts';

export const exportPatch: Command = {
  id: 'export.patch',
  label: 'Download the changes as a patch',
  group: 'Export',
  shortcut: null,
  isAvailable: hasChanges,
  // Comparing texts is of no use before something was changed; it is fetched then.
  run: async () => (await import('../store/actions/patchActions.ts')).exportPatch(),
};
