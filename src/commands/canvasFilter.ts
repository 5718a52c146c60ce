import { clearFilter, openCanvasPanel } from '../store/actions/canvasActions.ts';
import { always, type Command } from './Command.ts';

export const filterGraph: Command = {
  id: 'view.filter',
  label: 'Filter the graph…',
  group: 'View',
  shortcut: 'F',
  isAvailable: always,
  run: () => openCanvasPanel('filter'),
};

export const clearGraphFilter: Command = {
  id: 'view.clearFilter',
  label: 'Clear the filter of the graph',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: clearFilter,
};
