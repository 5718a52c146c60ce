import type { WorkspaceId } from '../WorkspaceStorage.ts';
import { toFileRange } from './openWorkspaceDatabase.ts';
import type { WorkspaceDatabase } from './openWorkspaceDatabase.ts';

export async function removeWorkspace(database: WorkspaceDatabase, id: WorkspaceId): Promise<void> {
  const stores = ['info', 'orders', 'views', 'files', 'removed', 'settings'] as const;
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const settings = transaction.objectStore('settings');
  await Promise.all([
    transaction.objectStore('info').delete(id),
    transaction.objectStore('orders').delete(id),
    transaction.objectStore('views').delete(id),
    transaction.objectStore('files').delete(toFileRange(id)),
    transaction.objectStore('removed').delete(toFileRange(id)),
    settings.get('lastOpened').then((last) => (last === id ? settings.delete('lastOpened') : undefined)),
    transaction.done,
  ]);
}
