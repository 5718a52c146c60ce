import { reveal } from '../store/actions/editorActions.ts';
import { setPolicyForm } from '../store/actions/formActions.ts';
import { polder } from '../store/store.ts';
import type { Command } from './Command.ts';

/** The selected policy as fields beside its text; once more: what it does. */
export const editPolicy: Command = {
  id: 'design.policyForm',
  label: 'Edit the policy in a form',
  group: 'Design',
  shortcut: 'Shift+E',
  isAvailable: ({ selection }) => selection?.type === 'policy',
  run: () => {
    const { selection, analysis, view } = polder.getState();
    const policy =
      selection?.type === 'policy' ? analysis.snapshot?.policies.find(({ id }) => id === selection.id) : null;
    setPolicyForm(!view.policyForm);
    if (policy && !view.policyForm) reveal(policy.at);
  },
};
