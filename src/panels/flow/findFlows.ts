import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { countOpenFlows } from './countOpenFlows.ts';
import { listFlows, type FlowRow } from './listFlows.ts';

type IsEnd = (node: number) => boolean;

export const anyNode: IsEnd = () => true;

/** All flows of some sources with some targets: `rows` of the table, and how many pairs are open by default without one. */
export function findFlows(
  snapshot: WorkspaceSnapshot,
  isFrom: IsEnd,
  isTo: IsEnd,
): { readonly rows: readonly FlowRow[]; readonly open: number } {
  const rows = listFlows(snapshot, (from, to) => isFrom(from) && isTo(to));
  return { rows, open: countOpenFlows(snapshot, { isFrom, isTo, rows }) };
}
