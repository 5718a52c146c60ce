import type { FlowTable, SnapshotRows } from '../../engine/index.ts';
import type { Revision } from '../protocol.ts';
import { createListPatch } from './ListPatch.ts';
import type { SnapshotList, SnapshotPiece, SnapshotUpdate } from './SnapshotUpdate.ts';

/** What someone must be told who has `base` (or nothing) to have `rows`. */
export const createSnapshotUpdate = (
  rows: SnapshotRows,
  base: { readonly revision: Revision; readonly rows: SnapshotRows } | null,
): SnapshotUpdate => {
  const pieces: SnapshotPiece[] = [];
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(rows) as (keyof SnapshotRows)[]) {
    const value = rows[key];
    if (base !== null && value === base.rows[key]) continue;
    if (!Array.isArray(value)) {
      values[key] = key === 'flows' ? copyColumns(rows.flows) : value;
      continue;
    }
    const before = (base?.rows[key] ?? []) as readonly unknown[];
    pieces.push({ list: key as SnapshotList, patch: createListPatch(before, value) });
  }
  return { base: base?.revision ?? null, pieces, values };
};

/** They are handed over to the main thread, and the analysis keeps its own. */
const copyColumns = (flows: FlowTable): FlowTable =>
  Object.fromEntries(
    Object.entries(flows).map(([name, column]: [string, unknown]) => [
      name,
      ArrayBuffer.isView(column) ? (column as Uint32Array).slice() : column,
    ]),
  ) as unknown as FlowTable;

/** The columns of a flow table, whose memory can be handed over. */
export const listBuffers = ({ values: { flows } }: SnapshotUpdate): ArrayBuffer[] =>
  Object.values(flows ?? {}).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
