import { hideOnCanvas, showAllHidden, toggleNoise } from '../store/actions/canvasActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';
import { selectedItem } from './selectedObject.ts';

export const hideSelected: Command = {
  id: 'view.hide',
  label: 'Hide what is selected from the graph',
  group: 'View',
  shortcut: 'H',
  isAvailable: (state) => selectedItem(state) !== null,
  run: () => {
    const id = selectedItem(polder.getState());
    if (id === null) return;
    hideOnCanvas(id);
    select(null);
  },
};

export const hideDns: Command = {
  id: 'view.dns',
  label: 'Hide or show DNS flows on the graph',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => toggleNoise('dns'),
};

export const hideMonitoring: Command = {
  id: 'view.monitoring',
  label: 'Hide or show monitoring flows on the graph',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => toggleNoise('monitoring'),
};

export const showHidden: Command = {
  id: 'view.showHidden',
  label: 'Show everything that is hidden from the graph',
  group: 'View',
  shortcut: null,
  isAvailable: ({ view }) => view.hidden.nodes.length + view.hidden.noise.length > 0,
  run: showAllHidden,
};
