import { toFilePath } from '../engine/index.ts';
import type { StoredWorkspace, WorkspaceSave, WorkspaceStorage } from '../files/WorkspaceStorage.ts';
import { createWorkspace } from '../store/actions/workspaceActions.ts';
import { initialState } from '../store/initialState.ts';
import { provideServices } from '../store/services.ts';
import { polder } from '../store/store.ts';

/** A storage that keeps everything in memory. */
function aStorage(): WorkspaceStorage & { readonly stored: Map<string, StoredWorkspace> } {
  const stored = new Map<string, StoredWorkspace>();
  const merge = (save: WorkspaceSave, before: StoredWorkspace | undefined): StoredWorkspace => {
    const files = new Map(before?.files.map((file) => [file.path, file]));
    for (const file of save.changed) files.set(file.path, file);
    return {
      id: save.id,
      name: save.name,
      files: save.order.map((path) => files.get(path)!),
      removed: save.removed,
      view: save.view,
      version: save.basedOn + 1,
      assumeComplete: save.assumeComplete ?? false,
    };
  };
  return {
    stored,
    list: () =>
      Promise.resolve(
        [...stored.values()].map(({ id, name, files }) => ({ id, name, savedAt: 0, fileCount: files.length })),
      ),
    load: (id) => Promise.resolve(stored.get(id) ?? null),
    save: (save) => {
      const before = stored.get(save.id);
      const version = before?.version ?? 0;
      if (version !== save.basedOn) return Promise.resolve({ ok: false, reason: 'conflict', version });
      const after = merge(save, before);
      stored.set(save.id, after);
      return Promise.resolve({ ok: true, version: after.version });
    },
    remove: (id) => {
      stored.delete(id);
      return Promise.resolve({ ok: true });
    },
    lastOpened: () => Promise.resolve(null),
    setLastOpened: () => Promise.resolve(),
    subscribe: () => () => undefined,
  };
}

/**
 * The store with a fresh workspace of these files, a storage in memory, an engine that never answers and a clock that the
 * test moves.
 */
export async function aStore(
  files: Readonly<Record<string, string>>,
): Promise<{ now: number; storage: WorkspaceStorage }> {
  const storage = aStorage();
  const clock = { now: 1_000_000, storage };
  let ids = 0;
  provideServices({
    storage,
    engine: { ask: () => new Promise(() => undefined), close: () => undefined },
    now: () => clock.now,
    newId: () => `workspace-${ids++}`,
  });
  polder.setState(initialState);
  await createWorkspace({
    name: 'Test',
    files: Object.entries(files).map(([path, text]) => ({ path: toFilePath(path), text })),
    sample: null,
  });
  return clock;
}
