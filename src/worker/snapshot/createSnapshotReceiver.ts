import { toWorkspaceView, type SnapshotRows, type WorkspaceSnapshot } from '../../engine/index.ts';
import type { Revision } from '../protocol.ts';
import { applyListPatch, type ListPatch } from './ListPatch.ts';
import type { SnapshotList, SnapshotPiece, SnapshotUpdate } from './SnapshotUpdate.ts';

interface Shown {
  readonly revision: Revision;
  readonly rows: SnapshotRows;
  readonly view: WorkspaceSnapshot;
}

/** The other end of `createSnapshotUpdate`: keeps the last snapshot, and gives the next with every unchanged part the same. */
export interface SnapshotReceiver {
  /** The revision of the snapshot it has; what the worker's next update builds on. */
  base(): Revision | null;
  /** `ahead`: the pieces that came before the update. Throws when it builds on another snapshot. */
  receive(revision: Revision, update: SnapshotUpdate, ahead: readonly SnapshotPiece[]): WorkspaceSnapshot;
  /** The worker is gone and knows nothing of it. */
  forget(): void;
}

export const createSnapshotReceiver = (): SnapshotReceiver => {
  let shown: Shown | null = null;
  return {
    base: () => shown?.revision ?? null,
    receive: (revision, update, ahead) => {
      if (update.base !== (shown?.revision ?? null))
        throw new Error('The engine builds on a snapshot that is not there.');
      const patches = new Map<SnapshotList, ListPatch[number][]>();
      for (const { list, patch } of [...ahead, ...update.pieces]) {
        patches.set(list, [...(patches.get(list) ?? []), ...patch]);
      }
      const lists = [...patches].map(
        ([list, patch]) => [list, applyListPatch(shown?.rows[list] ?? [], patch)] as const,
      );
      const rows = { ...shown?.rows, ...update.values, ...Object.fromEntries(lists) } as SnapshotRows;
      shown = { revision, rows, view: toWorkspaceView(rows, shown ?? undefined) };
      return shown.view;
    },
    forget: () => {
      shown = null;
    },
  };
};
