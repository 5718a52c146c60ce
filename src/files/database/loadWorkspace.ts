import type { StoredFile, StoredWorkspace, WorkspaceId } from '../WorkspaceStorage.ts';
import { toFileRange } from './openWorkspaceDatabase.ts';
import type { WorkspaceDatabase } from './openWorkspaceDatabase.ts';

export async function loadWorkspace(database: WorkspaceDatabase, id: WorkspaceId): Promise<StoredWorkspace | null> {
  const transaction = database.transaction(['info', 'orders', 'views', 'files', 'removed']);
  const range = toFileRange(id);
  const [info, order, view, files, removedKeys, removedTexts] = await Promise.all([
    transaction.objectStore('info').get(id),
    transaction.objectStore('orders').get(id),
    transaction.objectStore('views').get(id),
    transaction.objectStore('files').getAll(range),
    transaction.objectStore('removed').getAllKeys(range),
    transaction.objectStore('removed').getAll(range),
    transaction.done,
  ]);
  if (info === undefined) return null;
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    id,
    name: info.name,
    files: (order ?? []).flatMap((path): StoredFile[] => {
      const file = byPath.get(path);
      return file === undefined ? [] : [file];
    }),
    removed: Object.fromEntries(removedKeys.map(([, path], index) => [path, removedTexts[index] ?? ''])),
    view: view ?? null,
    version: info.version,
    ...(info.mark ? { mark: info.mark } : {}),
    ...(info.assumeComplete ? { assumeComplete: true } : {}),
  };
}
