import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const fitView: Command = {
  id: 'view.fit',
  label: 'Fit the graph into view',
  group: 'View',
  shortcut: '0',
  isAvailable: always,
  run: () => focusOnCanvas('all'),
};
