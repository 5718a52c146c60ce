import { mostItems, type ListPatch } from './ListPatch.ts';
import type { SnapshotPiece, SnapshotUpdate } from './SnapshotUpdate.ts';

/**
 * A large update as several messages, so that receiving it never keeps the main thread for long: pieces with about
 * `mostItems` new items each, and the update with the last of them.
 */
export const splitUpdate = (
  update: SnapshotUpdate,
): { readonly ahead: readonly SnapshotPiece[][]; readonly last: SnapshotUpdate } => {
  const messages: SnapshotPiece[][] = [[]];
  let items = 0;
  const add = (list: SnapshotPiece['list'], patch: ListPatch, size: number): void => {
    if (items > 0 && items + size > mostItems) {
      messages.push([]);
      items = 0;
    }
    items += size;
    messages.at(-1)!.push({ list, patch });
  };
  for (const { list, patch } of update.pieces) {
    // A list that is empty now is news too.
    if (patch.length === 0) add(list, [], 0);
    for (const run of patch) add(list, [run], 'items' in run ? run.items.length : 0);
  }
  return { ahead: messages.slice(0, -1), last: { ...update, pieces: messages.at(-1)! } };
};
