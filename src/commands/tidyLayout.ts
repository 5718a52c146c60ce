import { setPositions } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

/** Forgets where things stand; the canvas then lays everything out anew. */
export const tidyLayout: Command = {
  id: 'view.tidy',
  label: 'Tidy: lay out the graph anew',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => setPositions({ nodes: {}, groups: {} }),
};
