import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const openWorkspaces: Command = {
  id: 'workspace.switch',
  label: 'Switch workspace…',
  group: 'Workspace',
  shortcut: null,
  isAvailable: always,
  run: () => openDialog({ type: 'workspaces' }),
};
