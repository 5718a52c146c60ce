import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import { createWorkspaceStorage } from './createWorkspaceStorage.ts';
import type { BrowserWorkspaceStorage } from './createWorkspaceStorage.ts';
import { migrations, openWorkspaceDatabase } from './database/openWorkspaceDatabase.ts';
import type { StoredFile, StoredView, WorkspaceId, WorkspaceSave } from './WorkspaceStorage.ts';

const id = 'one' as WorkspaceId;
const view: StoredView = {
  positions: { web: { x: 1, y: 2 } },
  collapsedNamespaces: ['shop'],
  expandedWorkloads: [],
  showOpenFlows: true,
};

const file = (path: string, text = path, original: string | null = text): StoredFile => ({
  path: toFilePath(path),
  text,
  original,
});

function toSave(files: readonly StoredFile[], overrides: Partial<WorkspaceSave> = {}): WorkspaceSave {
  return {
    id,
    name: 'Shop',
    changed: files,
    gone: [],
    order: files.map(({ path }) => path),
    removed: {},
    view: null,
    basedOn: 0,
    ...overrides,
  };
}

let count = 0;
let name = '';
let clock = 1000;
const open: BrowserWorkspaceStorage[] = [];

/** A tab of the browser that the test runs in. */
function openTab(): BrowserWorkspaceStorage {
  const storage = createWorkspaceStorage({ name, now: () => (clock += 1) });
  open.push(storage);
  return storage;
}

beforeEach(() => {
  count += 1;
  name = `test-${count}`;
});

afterEach(() => {
  for (const storage of open.splice(0)) storage.close();
  vi.unstubAllGlobals();
});

describe('a workspace in the browser', () => {
  it('comes back as it was saved, in its order', async () => {
    const files = [
      file('z.yaml', '\uFEFFa: 1\r\n', 'a: 0'),
      file('a.yaml', 'new', null),
      { ...file('u'), encoding: 'utf-16le' as const },
    ];
    const removed = { 'gone.yaml': 'kind: A\n' };
    expect(await openTab().save(toSave(files, { removed, view }))).toEqual({ ok: true, version: 1 });
    expect(await openTab().load(id)).toEqual({ id, name: 'Shop', files, removed, view, version: 1 });
  });

  it('is not there before it was saved', async () => {
    expect(await openTab().load(id)).toBeNull();
  });

  it('writes only what changed', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a'), file('b'), file('c')]));
    const changed = [file('b', 'B', 'b')];
    const order = [toFilePath('b'), toFilePath('a')];
    await tab.save(toSave([], { changed, gone: [toFilePath('c')], order, removed: { c: 'c' }, basedOn: 1 }));
    expect(await openTab().load(id)).toMatchObject({
      files: [file('b', 'B', 'b'), file('a')],
      removed: { c: 'c' },
      version: 2,
    });
  });

  it('forgets the text of a removed file that came back', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a')], { removed: { b: 'b', c: 'c' } }));
    await tab.save(toSave([file('a'), file('b')], { removed: { c: 'c' }, basedOn: 1 }));
    expect(await openTab().load(id)).toMatchObject({ removed: { c: 'c' } });
  });

  it('touches one file and one line with a keystroke', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a'), file('b')], { view }));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await tab.save(toSave([file('a'), file('b')], { changed: [file('a', 'x', 'a')], view, basedOn: 1 }));
    expect(put.mock.contexts.map((store) => (store as IDBObjectStore).name).sort()).toEqual(['files', 'info']);
    put.mockRestore();
  });

  it('may be one of several, listed by the time of their last save', async () => {
    const tab = openTab();
    const other = 'two' as WorkspaceId;
    await tab.save(toSave([file('a')]));
    await tab.save(toSave([file('a'), file('b')], { id: other, name: 'Other' }));
    await tab.save(toSave([file('a')], { changed: [], basedOn: 1, name: 'Renamed' }));
    expect(await tab.list()).toMatchObject([
      { id, name: 'Renamed', fileCount: 1 },
      { id: other, name: 'Other', fileCount: 2 },
    ]);
    expect((await tab.load(other))?.files).toHaveLength(2);
  });

  it('is removed with everything in it, and nothing else', async () => {
    const tab = openTab();
    const other = 'one!' as WorkspaceId;
    await tab.save(toSave([file('a')], { removed: { b: 'b' }, view }));
    await tab.save(toSave([file('a')], { id: other, removed: { b: 'b' } }));
    await tab.setLastOpened(id);
    expect(await tab.remove(id)).toEqual({ ok: true });
    expect(await tab.load(id)).toBeNull();
    expect(await tab.lastOpened()).toBeNull();
    expect(await tab.load(other)).toMatchObject({ files: [file('a')], removed: { b: 'b' } });
    const database = await openDB(name);
    for (const store of ['files', 'removed', 'orders', 'views', 'info']) {
      expect(await database.count(store)).toBe(1);
    }
    database.close();
  });

  it('is remembered as the last one opened', async () => {
    await openTab().setLastOpened(id);
    expect(await openTab().lastOpened()).toBe(id);
  });

  it('is remembered for each tab, as long as it exists', async () => {
    const session = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => session.get(key) ?? null,
      setItem: (key: string, value: string) => session.set(key, value),
    });
    const tab = openTab();
    const other = 'two' as WorkspaceId;
    await tab.save(toSave([file('a')]));
    await tab.setLastOpened(other);
    session.set(`${name}:workspace`, id);
    expect(await tab.lastOpened()).toBe(id);
    await tab.remove(id);
    expect(await tab.lastOpened()).toBe(other);
  });
});

describe('two tabs on one workspace', () => {
  it('do not overwrite each other unnoticed', async () => {
    const [here, there] = [openTab(), openTab()];
    await here.save(toSave([file('a')]));
    await there.load(id);
    await there.save(toSave([file('a', 'theirs')], { basedOn: 1 }));
    const mine = toSave([file('a', 'mine')], { basedOn: 1 });
    expect(await here.save(mine)).toEqual({ ok: false, reason: 'conflict', version: 2 });
    expect(await openTab().load(id)).toMatchObject({ files: [file('a', 'theirs')], version: 2 });
  });

  it('leave nothing of the other behind when one overwrites on purpose', async () => {
    const [here, there] = [openTab(), openTab()];
    await here.save(toSave([file('a')]));
    await there.load(id);
    await there.save(toSave([file('a'), file('b')], { basedOn: 1, removed: { c: 'c' }, view }));
    expect(await here.save(toSave([file('a', 'mine')], { basedOn: 2 }))).toEqual({ ok: true, version: 3 });
    const left = await openTab().load(id);
    expect(left).toMatchObject({ files: [file('a', 'mine')], removed: {}, view: null });
    const database = await openDB(name);
    expect(await database.getAllKeys('files')).toEqual([['one', 'a']]);
    database.close();
  });

  it('are told that the workspace is gone', async () => {
    const [here, there] = [openTab(), openTab()];
    await here.save(toSave([file('a')]));
    await there.remove(id);
    const again = toSave([file('a')], { basedOn: 1 });
    expect(await here.save(again)).toEqual({ ok: false, reason: 'conflict', version: 0 });
    expect(await here.save({ ...again, basedOn: 0 })).toEqual({ ok: true, version: 1 });
  });

  it('cannot both create it', async () => {
    const results = await Promise.all([openTab().save(toSave([file('a')])), openTab().save(toSave([file('a')]))]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('hear of what the other does, not of what they do themselves', async () => {
    const [here, there] = [openTab(), openTab()];
    const heard: unknown[] = [];
    const own: unknown[] = [];
    there.subscribe((event) => heard.push(event));
    here.subscribe((event) => own.push(event));
    await here.save(toSave([file('a')]));
    await here.remove(id);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard).toEqual([
      { id, version: 1 },
      { id, version: null },
    ]);
    expect(own).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('is said so, never thrown', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    const tab = openTab();
    expect(await tab.save(toSave([file('a')]))).toMatchObject({ ok: false, reason: 'unavailable' });
    expect(await tab.check()).toBe('The browser does not let this page keep anything.');
    expect(await tab.list()).toEqual([]);
    expect(await tab.load(id)).toBeNull();
    expect(await tab.lastOpened()).toBeNull();
    expect(await tab.remove(id)).toMatchObject({ ok: false });
    expect(await tab.requestPersistence()).toBe(false);
    await tab.setLastOpened(id);
  });

  it('is said so when it has no database at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openTab().check()).toBe('This browser has no database to keep the workspace in.');
  });

  it('is tried again', async () => {
    const tab = openTab();
    vi.stubGlobal('indexedDB', undefined);
    expect(await tab.save(toSave([file('a')]))).toMatchObject({ ok: false });
    vi.unstubAllGlobals();
    expect(await tab.save(toSave([file('a')]))).toEqual({ ok: true, version: 1 });
    expect(await tab.check()).toBeNull();
  });

  it('keeps the last whole save when a file cannot be stored', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a'), file('b')]));
    const broken = { ...file('b', 'B'), text: (() => 'x') as unknown as string };
    const result = await tab.save(toSave([file('a', 'A'), broken], { basedOn: 1 }));
    expect(result).toMatchObject({ ok: false, reason: 'unavailable' });
    expect(await tab.load(id)).toMatchObject({ files: [file('a'), file('b')], version: 1 });
  });

  it('has full room said in a sentence, and keeps the last whole save', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a')]));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await tab.save(toSave([file('a', 'A')], { basedOn: 1 }))).toEqual({
      ok: false,
      reason: 'unavailable',
      message: 'The browser has no room left to keep this workspace.',
    });
    put.mockRestore();
    expect(await tab.load(id)).toMatchObject({ files: [file('a')], version: 1 });
  });
});

describe('the schema of the database', () => {
  it('is brought up to date with everything in it, past tabs that still have it open', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a')]));
    const steps = [...migrations, vi.fn()];
    const newer = await openWorkspaceDatabase({ name, onClosed: () => undefined, steps });
    expect(steps.at(-1)).toHaveBeenCalledOnce();
    expect(await newer.count('files')).toBe(1);
    expect(await tab.save(toSave([file('a')], { basedOn: 1 }))).toMatchObject({
      message: 'A newer version of Polder has used this browser. Reload the page to get it.',
    });
    newer.close();
  });

  it('survives a connection that the browser closes', async () => {
    const tab = openTab();
    await tab.save(toSave([file('a')]));
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('closing', 'InvalidStateError');
    });
    expect(await tab.save(toSave([file('a')], { basedOn: 1 }))).toEqual({ ok: true, version: 2 });
    transaction.mockRestore();
  });
});
