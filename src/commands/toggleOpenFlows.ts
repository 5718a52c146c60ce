import { setShowOpenFlows } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';

export const toggleOpenFlows: Command = {
  id: 'view.openFlows',
  label: 'Draw or hide flows that are open by default',
  group: 'View',
  shortcut: 'O',
  isAvailable: always,
  run: () => setShowOpenFlows(!polder.getState().view.showOpenFlows),
};
