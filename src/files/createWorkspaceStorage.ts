import { createConnection } from './database/createConnection.ts';
import { createTabSetting } from './database/createTabSetting.ts';
import { loadWorkspace } from './database/loadWorkspace.ts';
import type { WorkspaceDatabase } from './database/openWorkspaceDatabase.ts';
import { removeWorkspace } from './database/removeWorkspace.ts';
import { saveWorkspace } from './database/saveWorkspace.ts';
import type { SavedState } from './database/saveWorkspace.ts';
import { toStorageMessage } from './database/toStorageMessage.ts';
import type { WorkspaceId, WorkspaceStorage } from './WorkspaceStorage.ts';

export interface BrowserWorkspaceStorage extends WorkspaceStorage {
  /** Why nothing can be kept here (a private window, say), in a sentence; null when all is well. */
  check(): Promise<string | null>;
  /** Asks the browser not to clear this data when space is short. Best effort: whether it agreed. */
  requestPersistence(): Promise<boolean>;
  close(): void;
}

type Change = { readonly id: WorkspaceId; readonly version: number | null };

export function createWorkspaceStorage(
  options: { readonly name?: string; readonly now?: () => number } = {},
): BrowserWorkspaceStorage {
  const { name = 'polder', now = Date.now } = options;
  const connection = createConnection(name);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}:workspaces`);
  const listeners = new Set<(change: Change) => void>();
  const known = new Map<WorkspaceId, SavedState>();
  const openInTab = createTabSetting(`${name}:workspace`);

  const useOr = <Result>(fallback: Result, work: (database: WorkspaceDatabase) => Promise<Result>): Promise<Result> =>
    connection.use(work).catch(() => fallback);

  const tell = (change: Change): void => channel?.postMessage(change);

  if (channel !== null) {
    channel.onmessage = ({ data }: MessageEvent<Change>) => {
      for (const listener of listeners) listener(data);
    };
  }

  return {
    list: () =>
      useOr([], async (database) =>
        (await database.getAll('info'))
          .map(({ id, name, savedAt, fileCount }) => ({ id, name, savedAt, fileCount }))
          .sort((a, b) => b.savedAt - a.savedAt),
      ),

    load: (id) =>
      useOr(null, async (database) => {
        const workspace = await loadWorkspace(database, id);
        if (workspace === null) return null;
        const { version, files, removed, view } = workspace;
        known.set(id, { version, order: files.map(({ path }) => path), removed, view });
        return workspace;
      }),

    async save(save) {
      const { id, order, removed, view } = save;
      try {
        const result = await connection.use((database) =>
          saveWorkspace(database, { save, known: known.get(id), at: now() }),
        );
        if (result.ok) {
          known.set(id, { version: result.version, order, removed, view });
          tell({ id, version: result.version });
        }
        return result;
      } catch (error) {
        return { ok: false, reason: 'unavailable', message: toStorageMessage(error) };
      }
    },

    async remove(id) {
      try {
        await connection.use((database) => removeWorkspace(database, id));
        known.delete(id);
        tell({ id, version: null });
        return { ok: true };
      } catch (error) {
        return { ok: false, message: toStorageMessage(error) };
      }
    },

    lastOpened: () =>
      useOr(null, async (database) => {
        const here = openInTab.get() as WorkspaceId | null;
        if (here !== null && (await database.getKey('info', here)) !== undefined) return here;
        return (await database.get('settings', 'lastOpened')) ?? null;
      }),

    async setLastOpened(id) {
      openInTab.set(id);
      await useOr(undefined, async (database) => {
        await database.put('settings', id, 'lastOpened');
      });
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    check: () => connection.use(() => Promise.resolve(null)).catch(toStorageMessage),

    async requestPersistence() {
      try {
        return (await navigator.storage?.persist?.()) ?? false;
      } catch {
        return false;
      }
    },

    close() {
      channel?.close();
      connection.close();
    },
  };
}
