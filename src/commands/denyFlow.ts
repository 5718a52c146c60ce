import { openDialog } from '../store/actions/dialogActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

export const denyFlow: Command = {
  id: 'flow.deny',
  label: 'Deny this flow…',
  group: 'Flows',
  shortcut: 'Delete',
  isAvailable: ({ selection }) => selection?.type === 'flow',
  run: () => {
    const { selection } = polder.getState();
    if (selection?.type === 'flow')
      openDialog({ type: 'flow', intent: 'deny', from: selection.from, to: selection.to, ports: null });
  },
};
