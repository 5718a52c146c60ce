import { describe, expect, it } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import { createJournal, type JournalChange } from './createJournal.ts';
import type { WorkspaceId } from './WorkspaceStorage.ts';

const id = 'w' as WorkspaceId;

const typed = (text: string): JournalChange => ({
  edits: [{ file: toFilePath('a.yaml'), range: { start: 0, end: 0 }, text }],
  files: [],
});

/** Two tabs on one browser. */
function aBrowser({ room = Infinity } = {}) {
  const values = new Map<string, string>();
  const alive = new Set<string>();
  let clock = 0;
  const store = {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    removeItem: (key: string) => void values.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new Error('full');
      values.set(key, value);
    },
  };
  const openTab = (session: string) =>
    createJournal({ store, session, now: () => ++clock, isAlive: (of) => Promise.resolve(alive.has(of)) });
  return { openTab, alive, values };
}

const texts = (changes: readonly JournalChange[]) => changes.map(({ edits }) => edits[0]!.text);

describe('the journal', () => {
  it('gives back what a tab that is gone had noted and not saved, in order, once', async () => {
    const { openTab } = aBrowser();
    const first = openTab('one');
    for (const text of 'abcdefghijkl') first.note(id, 3, typed(text));
    const next = openTab('two');
    expect(texts(await next.recover(id, { version: 3, mark: null })).join('')).toBe('abcdefghijkl');
    expect(await next.recover(id, { version: 3, mark: null })).toEqual([]);
  });

  it('strikes out what a save has', async () => {
    const { openTab, values } = aBrowser();
    const tab = openTab('one');
    tab.note(id, 3, typed('a'));
    const mark = tab.mark();
    tab.note(id, 3, typed('b'));
    tab.settle(id, mark);
    expect(values.size).toBe(1);
    expect(texts(await openTab('two').recover(id, { version: 4, mark }))).toEqual(['b']);
  });

  it('knows what a save has although the tab died before it could strike it out', async () => {
    const { openTab } = aBrowser();
    const tab = openTab('one');
    tab.note(id, 3, typed('a'));
    const mark = tab.mark();
    tab.note(id, 3, typed('b'));
    expect(texts(await openTab('two').recover(id, { version: 4, mark }))).toEqual(['b']);
  });

  it('leaves tabs alone that are alive, and what another tab saved over', async () => {
    const { openTab, alive } = aBrowser();
    openTab('one').note(id, 3, typed('a'));
    alive.add('one');
    expect(await openTab('two').recover(id, { version: 3, mark: null })).toEqual([]);
    alive.delete('one');
    expect(await openTab('two').recover(id, { version: 4, mark: { session: 'other', sequence: 9 } })).toEqual([]);
  });

  it('says when there is no room', () => {
    expect(aBrowser({ room: 10 }).openTab('one').note(id, 1, typed('a'))).toBe(false);
  });
});
