import { setCollapsedNamespaces } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';

export const collapseAll: Command = {
  id: 'view.collapseAll',
  label: 'Collapse all namespaces',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => {
    const { snapshot } = polder.getState().analysis;
    setCollapsedNamespaces(snapshot?.namespaces.map(({ name }) => name) ?? []);
  },
};

export const expandAll: Command = {
  id: 'view.expandAll',
  label: 'Expand all namespaces',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => setCollapsedNamespaces([]),
};
