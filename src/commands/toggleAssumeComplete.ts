import { setAssumeComplete } from '../store/actions/workspaceActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

export const toggleAssumeComplete: Command = {
  id: 'workspace.assumeComplete',
  label: 'Assume the import is complete, or show what is uncertain',
  group: 'Workspace',
  shortcut: null,
  isAvailable: ({ workspace }) => workspace.files.length > 0,
  run: () => setAssumeComplete(!polder.getState().workspace.assumeComplete),
};
