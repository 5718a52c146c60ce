import { setCentre } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const showGraph: Command = {
  id: 'view.graph',
  label: 'Show the graph',
  group: 'View',
  shortcut: 'G',
  isAvailable: always,
  run: () => setCentre('graph'),
};

export const showMatrix: Command = {
  id: 'view.matrix',
  label: 'Show the matrix',
  group: 'View',
  shortcut: 'M',
  isAvailable: always,
  run: () => setCentre('matrix'),
};

export const showList: Command = {
  id: 'view.list',
  label: 'Show the list of flows',
  group: 'View',
  shortcut: 'L',
  isAvailable: always,
  run: () => setCentre('list'),
};
