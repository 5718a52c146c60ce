import { reveal } from '../store/actions/editorActions.ts';
import { findPlace } from '../store/selectors.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

export const revealSelection: Command = {
  id: 'edit.reveal',
  label: 'Show the selection in the editor',
  group: 'Edit',
  shortcut: 'E',
  isAvailable: (state) => findPlace(state) !== null,
  run: () => {
    const place = findPlace(polder.getState());
    if (place) reveal(place);
  },
};
