import { setDockOpen, setExplorerOpen, setInspectorOpen } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';

export const toggleExplorer: Command = {
  id: 'view.explorer',
  label: 'Show or hide the explorer',
  group: 'View',
  shortcut: 'Mod+B',
  isAvailable: always,
  run: () => setExplorerOpen(!polder.getState().view.explorerOpen),
};

export const toggleInspector: Command = {
  id: 'view.inspector',
  label: 'Show or hide the inspector',
  group: 'View',
  shortcut: 'Mod+I',
  isAvailable: always,
  run: () => setInspectorOpen(!polder.getState().view.inspectorOpen),
};

export const toggleDock: Command = {
  id: 'view.dock',
  label: 'Show or hide the editor',
  group: 'View',
  shortcut: 'Mod+J',
  inText: true,
  isAvailable: always,
  run: () => setDockOpen(!polder.getState().view.dockOpen),
};
