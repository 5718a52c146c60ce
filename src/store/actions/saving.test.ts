import { beforeEach, describe, expect, it } from 'vitest';
import { toFilePath } from '../../engine/index.ts';
import type { WorkspaceStorage } from '../../files/WorkspaceStorage.ts';
import { aStore } from '../../testing/aStore.ts';
import { polder } from '../store.ts';
import { typeText } from './applyEdits.ts';
import { noticeOtherTab, saveNow } from './saveActions.ts';
import { setCollapsedNamespaces } from './viewActions.ts';
import { createWorkspace, openWorkspace, resolveConflict, setAssumeComplete } from './workspaceActions.ts';

const web = toFilePath('web.yaml');
const type = (text: string) => typeText(web, [{ range: { start: 0, end: 0 }, text }]);
const here = () => polder.getState().workspace;
const settled = () => new Promise((resolve) => setTimeout(resolve));

let storage: WorkspaceStorage;

beforeEach(async () => {
  ({ storage } = await aStore({ 'web.yaml': 'a: 1\n', 'api.yaml': 'b: 1\n' }));
});

/** What another tab does with the same workspace. */
async function otherTab(change: (texts: { path: string; text: string }[]) => { path: string; text: string }[]) {
  const stored = (await storage.load(here().id!))!;
  const files = change(stored.files.map(({ path, text }) => ({ path, text })));
  const result = await storage.save({
    ...stored,
    changed: stored.files.map((file) => ({ ...file, text: files.find(({ path }) => path === file.path)!.text })),
    gone: [],
    order: stored.files.map(({ path }) => path),
    basedOn: stored.version,
  });
  noticeOtherTab(result.ok ? result.version : null);
  await settled();
}

describe('a workspace in the browser', () => {
  it('is there again with its text and what it was imported as', async () => {
    type('# ');
    await saveNow();
    const { id } = here();
    await aNewTab();
    await openWorkspace(id!);
    expect(here().files[0]).toMatchObject({ text: '# a: 1\n', original: 'a: 1\n' });
  });

  it('is taken as complete again when it was before', async () => {
    const { id } = here();
    const { revision } = here();
    setAssumeComplete(true);
    expect(here().revision).toBeGreaterThan(revision);
    await saveNow();
    await aNewTab();
    await openWorkspace(id!);
    expect(here().assumeComplete).toBe(true);
  });

  it('does not pass its switch on to the next workspace', async () => {
    setAssumeComplete(true);
    await createWorkspace({ name: 'Other', files: [], sample: null });
    expect(here().assumeComplete).toBe(false);
  });

  it('is not overwritten when another tab changed its text', async () => {
    await otherTab((files) => files.map((file) => ({ ...file, text: 'theirs\n' })));
    expect(here().conflict).toBe(true);
    type('mine ');
    await saveNow();
    expect((await storage.load(here().id!))!.files[0]!.text).toBe('theirs\n');
  });

  it('goes on by itself when the other tab only moved things', async () => {
    await otherTab((files) => files);
    expect(here().conflict).toBe(false);
    type('mine ');
    await saveNow();
    expect((await storage.load(here().id!))!.files[0]!.text).toBe('mine a: 1\n');
  });

  it.each([
    ['theirs', ['theirs\n', 'theirs\n']],
    ['mine', ['mine a: 1\n', 'b: 1\n']],
  ] as const)('keeps %s when the person says so', async (choice, texts) => {
    type('mine ');
    await otherTab((files) => files.map((file) => ({ ...file, text: 'theirs\n' })));
    await saveNow();
    await resolveConflict(choice);
    expect(here().conflict).toBe(false);
    expect(here().files.map(({ text }) => text)).toEqual(texts);
    await saveNow();
    expect((await storage.load(here().id!))!.files.map(({ text }) => text)).toEqual(texts);
  });

  it('keeps both when the person wants a copy', async () => {
    const { id } = here();
    type('mine ');
    await otherTab((files) => files.map((file) => ({ ...file, text: 'theirs\n' })));
    await resolveConflict('copy');
    expect((await storage.load(id!))!.files[0]!.text).toBe('theirs\n');
    expect((await storage.load(here().id!))!.files.map(({ text }) => text)).toEqual(['mine a: 1\n', 'b: 1\n']);
  });

  it('remembers what is collapsed', async () => {
    setCollapsedNamespaces(['shop']);
    await saveNow();
    const { id } = here();
    await aNewTab();
    await openWorkspace(id!);
    expect([...polder.getState().view.collapsedNamespaces]).toEqual(['shop']);
  });
});

/** The screen shows another workspace meanwhile; the storage is the same. */
async function aNewTab(): Promise<void> {
  setCollapsedNamespaces([]);
  polder.setState((state) => ({ workspace: { ...state.workspace, id: null, files: [] } }));
  await settled();
}
