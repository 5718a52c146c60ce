import { openDialog } from '../store/actions/dialogActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';
import { selectedSubject } from './selectedObject.ts';

const open = (mode: 'isolate' | 'open'): void => {
  const target = selectedSubject(polder.getState());
  if (target !== null) openDialog({ type: 'isolate', mode, target });
};

export const isolateSelected: Command = {
  id: 'design.isolate',
  label: 'Isolate…',
  group: 'Design',
  shortcut: 'I',
  isAvailable: (state) => selectedSubject(state) !== null,
  run: () => open('isolate'),
};

export const openSelected: Command = {
  id: 'design.open',
  label: 'Open: end the isolation…',
  group: 'Design',
  shortcut: null,
  isAvailable: (state) => selectedSubject(state) !== null,
  run: () => open('open'),
};
