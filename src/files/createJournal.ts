import type { EditPlan } from '../engine/index.ts';
import type { WorkspaceId } from './WorkspaceStorage.ts';

/** A change of the text as it was made. */
export type JournalChange = Pick<EditPlan, 'edits' | 'files'>;

/** How far a save goes: it has the changes of this session up to and with this one. */
export interface JournalMark {
  readonly session: string;
  readonly sequence: number;
}

interface Entry {
  /** The version of the stored workspace that the session had built on. */
  readonly base: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly change: JournalChange;
}

/**
 * Changes that are not saved yet, written down at once: saving takes a moment, and a tab may die in it. A change is one
 * synchronous write of its own size; what a save has is struck out.
 */
export interface Journal {
  /** False when it could not be written down (no room, no storage): it should be saved at once then. */
  note(id: WorkspaceId, base: number, change: JournalChange): boolean;
  /** Of what has been noted so far. */
  mark(): JournalMark;
  /** A save with this mark is in the browser. */
  settle(id: WorkspaceId, mark: JournalMark): void;
  /** What tabs that are gone had noted on top of the stored workspace, in order; forgotten here, so apply it at once. */
  recover(
    id: WorkspaceId,
    stored: { readonly version: number; readonly mark: JournalMark | null },
  ): Promise<readonly JournalChange[]>;
}

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'polder.journal';

export function createJournal(options: {
  readonly store: KeyValueStore;
  readonly session: string;
  readonly now: () => number;
  /** Whether the tab of a session is still there: its changes are its own business. */
  readonly isAlive: (session: string) => Promise<boolean>;
}): Journal {
  const { store, session, now, isAlive } = options;
  let sequence = 0;
  const toKey = (id: WorkspaceId, number: number): string => `${prefix}:${id}:${session}:${number}`;

  const listKeys = (id: WorkspaceId): readonly { key: string; session: string; sequence: number }[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').flatMap((key) => {
      const [start, workspace, of, number] = key.split(':');
      if (start !== prefix || workspace !== id || of === undefined) return [];
      return [{ key, session: of, sequence: Number(number) }];
    });

  return {
    note(id, base, change) {
      sequence += 1;
      try {
        store.setItem(toKey(id, sequence), JSON.stringify({ base, at: now(), change } satisfies Entry));
        return true;
      } catch {
        return false;
      }
    },
    mark: () => ({ session, sequence }),
    settle(id, mark) {
      for (const each of listKeys(id)) {
        if (each.session === mark.session && each.sequence <= mark.sequence) store.removeItem(each.key);
      }
    },
    async recover(id, { version, mark }) {
      const sessions = new Map<string, { key: string; sequence: number; entry: Entry }[]>();
      for (const { key, session: of, sequence: number } of listKeys(id)) {
        if (of === session || (await isAlive(of))) continue;
        const entry = readEntry(store.getItem(key));
        if (entry === null) store.removeItem(key);
        else sessions.set(of, [...(sessions.get(of) ?? []), { key, sequence: number, entry }]);
      }
      const found = [...sessions].flatMap(([of, entries]) => {
        const ordered = entries.toSorted((a, b) => a.sequence - b.sequence);
        for (const { key } of ordered) store.removeItem(key);
        const left = of === mark?.session ? ordered.filter((each) => each.sequence > mark.sequence) : ordered;
        // On top of what another tab saved meanwhile they would mean something else.
        const fits = of === mark?.session || left[0]?.entry.base === version;
        return fits && left.length > 0 ? [left] : [];
      });
      const [latest] = found.toSorted((a, b) => b.at(-1)!.entry.at - a.at(-1)!.entry.at);
      return latest?.map(({ entry }) => entry.change) ?? [];
    },
  };
}

function readEntry(text: string | null): Entry | null {
  try {
    return text === null ? null : (JSON.parse(text) as Entry);
  } catch {
    return null;
  }
}
