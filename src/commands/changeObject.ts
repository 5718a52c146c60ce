import { openDialog } from '../store/actions/dialogActions.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';
import { selectedObject } from './selectedObject.ts';

export const renameSelected: Command = {
  id: 'design.rename',
  label: 'Rename…',
  group: 'Design',
  shortcut: 'F2',
  isAvailable: (state) => selectedObject(state) !== null,
  run: () => {
    const object = selectedObject(polder.getState());
    if (object) openDialog({ type: 'rename', object: object.id });
  },
};

export const relabelSelected: Command = {
  id: 'design.relabel',
  label: 'Change labels…',
  group: 'Design',
  shortcut: null,
  isAvailable: (state) => ['workload', 'namespace'].includes(selectedObject(state)?.type ?? ''),
  run: () => {
    const object = selectedObject(polder.getState());
    if (object) openDialog({ type: 'relabel', object: object.id });
  },
};

export const deleteSelected: Command = {
  id: 'design.delete',
  label: 'Delete from the files…',
  group: 'Design',
  shortcut: 'Shift+Delete',
  isAvailable: (state) => selectedObject(state) !== null,
  run: () => {
    const object = selectedObject(polder.getState());
    if (object) openDialog({ type: 'delete', object: object.id });
  },
};

/** Fewer words for the same flows: of the selected policy, else of all. */
export const tidyPolicy: Command = {
  id: 'design.tidyPolicy',
  label: 'Tidy this policy…',
  group: 'Design',
  shortcut: null,
  isAvailable: ({ selection }) => selection?.type === 'policy',
  run: () => {
    const object = selectedObject(polder.getState());
    if (object) openDialog({ type: 'tidy', policy: object.id });
  },
};

export const tidyPolicies: Command = {
  id: 'design.tidy',
  label: 'Tidy the policies: the same flows in fewer words…',
  group: 'Design',
  shortcut: null,
  isAvailable: always,
  run: () => openDialog({ type: 'tidy', policy: null }),
};
