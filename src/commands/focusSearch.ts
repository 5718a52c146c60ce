import { requestSearchFocus } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const focusSearch: Command = {
  id: 'view.search',
  label: 'Search workloads',
  group: 'View',
  shortcut: '/',
  isAvailable: always,
  run: requestSearchFocus,
};
