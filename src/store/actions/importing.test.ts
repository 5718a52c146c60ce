import { beforeEach, expect, it } from 'vitest';
import { aStore } from '../../testing/aStore.ts';
import { polder } from '../store.ts';
import { openDialog } from './dialogActions.ts';
import { importPasted } from './importActions.ts';
import { createWorkspace } from './workspaceActions.ts';

beforeEach(async () => {
  await aStore({ 'web.yaml': 'kind: Pod\n' });
});

const openPaste = () => openDialog({ type: 'paste' });
const openPalette = () => openDialog({ type: 'palette' });

it.each(['new', 'current'] as const)('what was pasted closes its own dialog (%s)', async (into) => {
  openPaste();
  await importPasted('kind: Service\n', into);
  expect(polder.getState().dialog).toBeNull();
});

it('a dialog that is opened while a new workspace is being stored stays', async () => {
  openPaste();
  const before = polder.getState().workspace.id;
  const stop = polder.subscribe(({ workspace }) => {
    if (workspace.id === before) return;
    stop();
    queueMicrotask(openPalette);
  });
  await importPasted('kind: Service\n', 'new');
  expect(polder.getState().dialog).toEqual({ type: 'palette' });
});

it('what was opened while the first workspace was on its way stays, and leaves with a later one', async () => {
  polder.setState(({ workspace }) => ({ workspace: { ...workspace, id: null } }));
  openPalette();
  await createWorkspace({ name: 'First', files: [], sample: null });
  expect(polder.getState().dialog).toEqual({ type: 'palette' });
  await createWorkspace({ name: 'Second', files: [], sample: null });
  expect(polder.getState().dialog).toBeNull();
});
