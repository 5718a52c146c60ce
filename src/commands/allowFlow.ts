import { openDialog } from '../store/actions/dialogActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';
import { selectedEnd } from './selectedObject.ts';

const open = (intent: 'allow' | 'deny'): void => {
  const state = polder.getState();
  const from = selectedEnd(state);
  const to = state.selection?.type === 'flow' ? state.selection.to : null;
  if (from !== null) openDialog({ type: 'flow', intent, from, to, ports: null });
};

/** Drawing an edge without a mouse: the selected node is the source, the dialog asks for the target. */
export const allowFlow: Command = {
  id: 'flow.allow',
  label: 'Allow flow to…',
  group: 'Flows',
  shortcut: 'A',
  isAvailable: (state) => selectedEnd(state) !== null,
  run: () => open('allow'),
};

/** The selected node is the source of what is to stop; the dialog asks for the target. */
export const denyFlowTo: Command = {
  id: 'flow.denyTo',
  label: 'Deny flow to…',
  group: 'Flows',
  shortcut: 'D',
  isAvailable: (state) => state.selection?.type !== 'flow' && selectedEnd(state) !== null,
  run: () => open('deny'),
};

export const denyFlow: Command = {
  id: 'flow.deny',
  label: 'Deny this flow…',
  group: 'Flows',
  shortcut: 'Delete',
  isAvailable: ({ selection }) => selection?.type === 'flow',
  run: () => open('deny'),
};
