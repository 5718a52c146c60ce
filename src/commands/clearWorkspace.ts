import { openDialog } from '../store/actions/dialogActions.ts';
import { clearWorkspace as clear } from '../store/actions/workspaceActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

export const clearWorkspace: Command = {
  id: 'workspace.clear',
  label: 'Clear this workspace…',
  group: 'Workspace',
  shortcut: null,
  isAvailable: ({ workspace }) => workspace.files.length > 0,
  run: () => {
    const { name, files } = polder.getState().workspace;
    openDialog({
      type: 'confirm',
      title: `Clear “${name}”?`,
      text: `All ${files.length} files of this workspace are removed from this browser. Files on your disk stay as they are.`,
      action: 'Clear workspace',
      onConfirm: () => void clear(),
    });
  },
};
