import { beforeEach, describe, expect, it } from 'vitest';
import { toFilePath } from '../../engine/index.ts';
import type { EngineRequests } from '../../worker/protocol.ts';
import { aStore } from '../../testing/aStore.ts';
import { requireServices, provideServices } from '../services.ts';
import { polder } from '../store.ts';
import { applyEdits, typeText } from './applyEdits.ts';
import { compareWithImport, listTextChanges } from './changesActions.ts';
import { undo } from './historyActions.ts';
import { removeFile } from './workspaceActions.ts';

const web = toFilePath('web.yaml');
const type = (text: string) => typeText(web, [{ range: { start: 0, end: 0 }, text }]);
const made = toFilePath('made.yaml');

let asked: EngineRequests['changes']['args'][];

beforeEach(async () => {
  await aStore({ 'web.yaml': 'a: 1\n', 'api.yaml': 'b: 1\n' });
  asked = [];
  const ask = (name: string, args: unknown) => {
    if (name !== 'changes') return new Promise(() => undefined);
    asked.push(args as (typeof asked)[number]);
    return Promise.resolve({ causes: [] });
  };
  provideServices({ ...requireServices(), engine: { ask: ask as never, close: () => undefined } });
});

describe('the changes since the import', () => {
  it('are not asked for when there are none', async () => {
    await compareWithImport();
    expect(asked).toEqual([]);
    expect(polder.getState().changes).toMatchObject({ status: 'idle', view: null });
  });

  it('send the files that differ as they were, and those that are new or gone', async () => {
    type('# ');
    removeFile(toFilePath('api.yaml'));
    applyEdits(
      { label: 'Make', edits: [], files: [{ type: 'create', file: made, text: 'c: 1\n' }] },
      { capture: 'step' },
    );
    await compareWithImport();
    expect(asked).toEqual([
      {
        originals: [
          { path: 'web.yaml', text: 'a: 1\n' },
          { path: 'made.yaml', text: null },
          { path: 'api.yaml', text: 'b: 1\n' },
        ],
      },
    ]);
    const { revision } = polder.getState().workspace;
    expect(polder.getState().changes).toMatchObject({ status: 'idle', view: { causes: [] }, revision });
  });

  it('are gone again after undo', async () => {
    type('# ');
    await compareWithImport();
    undo();
    await compareWithImport();
    expect(polder.getState().changes.view).toBeNull();
    expect(listTextChanges()).toEqual([]);
  });

  it('say why when they cannot be found', async () => {
    type('# ');
    provideServices({
      ...requireServices(),
      engine: { ask: () => Promise.reject(new Error('out of order')), close: () => undefined },
    });
    await compareWithImport();
    expect(polder.getState().changes).toMatchObject({ status: 'failed', error: 'out of order' });
  });

  it('are a patch for each file', () => {
    type('# ');
    removeFile(toFilePath('api.yaml'));
    expect(listTextChanges().map(({ path, type: kind }) => [path, kind])).toEqual([
      ['api.yaml', 'removed'],
      ['web.yaml', 'changed'],
    ]);
    expect(listTextChanges()[1]!.patch).toContain('-a: 1\n+# a: 1\n');
  });
});
