import { openDialog } from '../store/actions/dialogActions.ts';
import type { PolderState } from '../store/state.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';

/** Where a new object is likely meant to be: the namespace of what is selected. */
function selectedNamespace({ selection, analysis }: PolderState): string | null {
  if (selection?.type === 'namespace') return selection.id;
  if (selection?.type === 'workload') return selection.id.split('/')[0] ?? null;
  const policy = selection?.type === 'policy' ? selection.id : null;
  return analysis.snapshot?.policies.find(({ id }) => id === policy)?.namespace ?? null;
}

const create = (kind: 'workload' | 'namespace' | 'policy') => (): void =>
  openDialog({ type: 'create', kind, namespace: selectedNamespace(polder.getState()) });

export const createWorkload: Command = {
  id: 'design.createWorkload',
  label: 'Create a workload…',
  group: 'Design',
  shortcut: 'N',
  isAvailable: always,
  run: create('workload'),
};

export const createNamespace: Command = {
  id: 'design.createNamespace',
  label: 'Create a namespace…',
  group: 'Design',
  shortcut: null,
  isAvailable: always,
  run: create('namespace'),
};

export const createPolicy: Command = {
  id: 'design.createPolicy',
  label: 'Create a policy…',
  group: 'Design',
  shortcut: 'P',
  isAvailable: always,
  run: create('policy'),
};
