import type { FilePath } from '../../engine/index.ts';
import type { SaveResult, StoredView, WorkspaceSave } from '../WorkspaceStorage.ts';
import { toFileRange } from './openWorkspaceDatabase.ts';
import type { FileKey, WorkspaceDatabase } from './openWorkspaceDatabase.ts';

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
  const { id, name, order, view, removed, basedOn } = save;
  const known = options.known?.version === basedOn ? options.known : undefined;

  const transaction = database.transaction(['info', 'arrangement', 'files', 'removed'], 'readwrite', {
    // "relaxed" hands a keystroke's save to the operating system: it survives a crash of the browser, not a power cut,
    // and does not wait for the disk several times a second. Whole files coming or going are rare and worth the wait.
    durability: basedOn === 0 || save.gone.length > 0 ? 'strict' : 'relaxed',
  });
  const info = transaction.objectStore('info');
  const files = transaction.objectStore('files');
  const texts = transaction.objectStore('removed');

  const stored = (await info.get(id))?.version ?? 0;
  if (stored !== basedOn) {
    await transaction.done;
    return { ok: false, reason: 'conflict', version: stored };
  }
  const version = stored + 1;
  const range = toFileRange(id);
  const writes: Promise<unknown>[] = [info.put({ id, name, savedAt: at, fileCount: order.length, version }, id)];

  if (known === undefined || known.view !== view || !isSameOrder(known.order, order)) {
    writes.push(transaction.objectStore('arrangement').put({ order, view }, id));
  }
  for (const path of save.gone) writes.push(files.delete([id, path]));
  for (const file of save.changed) writes.push(files.put(file, [id, file.path]));
  if (known === undefined) {
    // On top of another tab's work: what it had and this one has not must go.
    writes.push(files.getAllKeys(range).then((keys) => deleteOthers(keys, new Set(order), (key) => files.delete(key))));
  }
  if (known?.removed !== removed) {
    const paths = new Set(Object.keys(removed));
    writes.push(texts.getAllKeys(range).then((keys) => deleteOthers(keys, paths, (key) => texts.delete(key))));
    for (const [path, text] of Object.entries(removed)) {
      if (known?.removed[path] !== text) writes.push(texts.put(text, [id, path]));
    }
  }
  await Promise.all([...writes, transaction.done]);
  return { ok: true, version };
}

/** Deletes the records of paths that are not to be kept. */
async function deleteOthers(
  keys: readonly FileKey[],
  keep: ReadonlySet<string>,
  remove: (key: FileKey) => Promise<void>,
): Promise<void> {
  await Promise.all(keys.filter(([, path]) => !keep.has(path)).map(remove));
}

const isSameOrder = (a: readonly FilePath[], b: readonly FilePath[]): boolean =>
  a.length === b.length && a.every((path, index) => path === b[index]);
