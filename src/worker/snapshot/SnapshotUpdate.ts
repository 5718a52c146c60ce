import type { SnapshotRows } from '../../engine/index.ts';
import type { Revision } from '../protocol.ts';
import type { ListPatch } from './ListPatch.ts';

/** The parts of a snapshot that are lists; each crosses as what differs from the list before. */
export type SnapshotList = {
  [K in keyof SnapshotRows]-?: SnapshotRows[K] extends readonly unknown[] ? K : never;
}[keyof SnapshotRows];

/** A stretch of a list's patch. Large updates come as several of these before the update itself, a message each. */
export interface SnapshotPiece {
  readonly list: SnapshotList;
  readonly patch: ListPatch;
}

/** What differs between two snapshots, for the one who has the first. */
export interface SnapshotUpdate {
  /** The revision of the snapshot that it builds on; null: on none. */
  readonly base: Revision | null;
  readonly pieces: readonly SnapshotPiece[];
  /** Lists that are not in the pieces are as before; so are values that are not here. */
  readonly values: Partial<Omit<SnapshotRows, SnapshotList>>;
}
