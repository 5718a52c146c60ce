import type { StoredFile, StoredWorkspace, WorkspaceId } from '../WorkspaceStorage.ts';
import { toFileRange } from './openWorkspaceDatabase.ts';
import type { WorkspaceDatabase } from './openWorkspaceDatabase.ts';

export async function loadWorkspace(database: WorkspaceDatabase, id: WorkspaceId): Promise<StoredWorkspace | null> {
  const transaction = database.transaction(['info', 'arrangement', 'files', 'removed']);
  const range = toFileRange(id);
  const [info, arrangement, files, removedKeys, removedTexts] = await Promise.all([
    transaction.objectStore('info').get(id),
    transaction.objectStore('arrangement').get(id),
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
    files: (arrangement?.order ?? []).flatMap((path): StoredFile[] => {
      const file = byPath.get(path);
      return file === undefined ? [] : [file];
    }),
    removed: Object.fromEntries(removedKeys.map(([, path], index) => [path, removedTexts[index] ?? ''])),
    view: arrangement?.view ?? null,
    version: info.version,
  };
}
