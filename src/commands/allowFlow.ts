import { openDialog } from '../store/actions/dialogActions.ts';
import type { NodeId, PolderState } from '../store/state.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

const selectedEnd = ({ selection }: PolderState): NodeId | null => {
  if (selection?.type === 'workload' || selection?.type === 'external') return selection.id;
  if (selection?.type === 'pod') return selection.workload;
  if (selection?.type === 'flow') return selection.from;
  return null;
};

/** Drawing an edge without a mouse: the selected node is the source, the dialog asks for the target. */
export const allowFlow: Command = {
  id: 'flow.allow',
  label: 'Allow flow to…',
  group: 'Flows',
  shortcut: 'A',
  isAvailable: (state) => selectedEnd(state) !== null,
  run: () => {
    const state = polder.getState();
    const from = selectedEnd(state);
    if (from === null) return;
    const to = state.selection?.type === 'flow' ? state.selection.to : null;
    openDialog({ type: 'flow', intent: 'allow', from, to, ports: null });
  },
};
