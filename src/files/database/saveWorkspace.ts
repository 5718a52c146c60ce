import type { IDBPObjectStore, StoreNames } from 'idb';
import type { FilePath } from '../../engine/index.ts';
import type { SaveResult, StoredView, WorkspaceId, WorkspaceSave } from '../WorkspaceStorage.ts';
import { toFileRange } from './openWorkspaceDatabase.ts';
import type { WorkspaceDatabase, WorkspaceSchema } from './openWorkspaceDatabase.ts';

/** What this tab knows to be in the database, beside the files; good for as long as the version is the same. */
export interface SavedState {
  readonly version: number;
  readonly order: readonly FilePath[];
  readonly removed: Readonly<Record<string, string>>;
  readonly view: StoredView | null;
}

/** One transaction: all of it or nothing, and nothing at all on top of another version than `save.basedOn`. */
export async function saveWorkspace(
  database: WorkspaceDatabase,
  options: { readonly save: WorkspaceSave; readonly known: SavedState | undefined; readonly at: number },
): Promise<SaveResult> {
  const { save, at } = options;
  const { id, name, order, view, removed, basedOn, mark = null, assumeComplete = false } = save;
  const known = options.known?.version === basedOn ? options.known : undefined;

  const transaction = database.transaction(['info', 'orders', 'views', 'files', 'removed'], 'readwrite', {
    // "relaxed" hands a keystroke's save to the operating system: it survives a crash of the browser, not a power cut,
    // and does not wait for the disk several times a second. Whole files coming or going are rare and worth the wait.
    durability: basedOn === 0 || save.gone.length > 0 ? 'strict' : 'relaxed',
  });
  // Whoever waits for it hears of a failure; before that it must not count as unhandled.
  transaction.done.catch(() => undefined);
  const info = transaction.objectStore('info');
  const files = transaction.objectStore('files');
  const texts = transaction.objectStore('removed');

  const stored = (await info.get(id))?.version ?? 0;
  if (stored !== basedOn) {
    await transaction.done;
    return { ok: false, reason: 'conflict', version: stored };
  }
  const version = stored + 1;
  const writes: Promise<unknown>[] = [];
  try {
    writes.push(info.put({ id, name, savedAt: at, fileCount: order.length, version, mark, assumeComplete }, id));
    if (known === undefined || known.view !== view) writes.push(transaction.objectStore('views').put(view, id));
    for (const path of save.gone) writes.push(files.delete([id, path]));
    for (const file of save.changed) writes.push(files.put(file, [id, file.path]));
    if (known === undefined || !isSameOrder(known.order, order)) {
      writes.push(transaction.objectStore('orders').put(order, id));
      // On top of another tab's work, what that had and this one has not must go, too.
      writes.push(deleteOthers(files, id, order));
    }
    if (known?.removed !== removed) {
      writes.push(deleteOthers(texts, id, Object.keys(removed)));
      for (const [path, text] of Object.entries(removed)) {
        if (known?.removed[path] !== text) writes.push(texts.put(text, [id, path]));
      }
    }
  } catch (error) {
    // Thrown at once, for a value that cannot be stored: without this, what was put before it would be kept.
    void Promise.allSettled(writes);
    transaction.abort();
    throw error;
  }
  // The transaction's own error says why (no room, say); its requests only say that it was aborted.
  await Promise.allSettled(writes);
  await transaction.done;
  return { ok: true, version };
}

type FileStore<Name extends 'files' | 'removed'> = IDBPObjectStore<
  WorkspaceSchema,
  StoreNames<WorkspaceSchema>[],
  Name,
  'readwrite'
>;

/** Deletes the workspace's records of paths that are not to be kept. */
async function deleteOthers<Name extends 'files' | 'removed'>(
  store: FileStore<Name>,
  id: WorkspaceId,
  paths: readonly string[],
): Promise<void> {
  const keep = new Set(paths);
  const keys = await store.getAllKeys(toFileRange(id));
  await Promise.all(keys.filter(([, path]) => !keep.has(path)).map((key) => store.delete(key)));
}

const isSameOrder = (a: readonly FilePath[], b: readonly FilePath[]): boolean =>
  a.length === b.length && a.every((path, index) => path === b[index]);
