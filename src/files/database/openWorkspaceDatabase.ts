import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { FilePath } from '../../engine/index.ts';
import type { JournalMark } from '../createJournal.ts';
import type { StoredFile, StoredView, WorkspaceId, WorkspaceInfo } from '../WorkspaceStorage.ts';

/** A workspace in several stores, so that a keystroke writes one file and one small line. */
export interface WorkspaceSchema extends DBSchema {
  /** Small: read whole for the list, written with every save. */
  info: {
    key: WorkspaceId;
    value: WorkspaceInfo & {
      readonly version: number;
      readonly mark?: JournalMark | null;
      readonly assumeComplete?: boolean;
    };
  };
  orders: { key: WorkspaceId; value: readonly FilePath[] };
  views: { key: WorkspaceId; value: StoredView | null };
  files: { key: FileKey; value: StoredFile };
  /** Texts as imported of files that were removed since. */
  removed: { key: FileKey; value: string };
  settings: { key: 'lastOpened'; value: WorkspaceId };
}

export type FileKey = [workspace: WorkspaceId, path: string];
export type WorkspaceDatabase = IDBPDatabase<WorkspaceSchema>;
type Upgrade = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'versionchange'>;

/**
 * One step for each version of the schema; a step that has been released never changes. A database of any age walks the
 * steps it lacks, in one transaction.
 */
export const migrations: readonly ((database: WorkspaceDatabase, upgrade: Upgrade) => void)[] = [
  (database) => {
    for (const store of ['info', 'orders', 'views', 'files', 'removed', 'settings'] as const) {
      database.createObjectStore(store);
    }
  },
];

export function openWorkspaceDatabase(options: {
  readonly name: string;
  readonly onClosed: () => void;
  readonly steps?: typeof migrations;
}): Promise<WorkspaceDatabase> {
  const { name, onClosed, steps = migrations } = options;
  return openDB<WorkspaceSchema>(name, steps.length, {
    upgrade: (database, from, _to, upgrade) => {
      for (const step of steps.slice(from)) step(database, upgrade);
    },
    // A newer Polder in another tab wants to change the schema: make way, or it waits for ever.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/** All of one workspace's records: an array sorts after every text. */
export const toFileRange = (id: WorkspaceId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
