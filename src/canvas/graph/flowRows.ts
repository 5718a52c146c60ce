import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { EdgeVerdict } from './VisibleGraph.ts';

/** One row of the flow table, read. */
export interface FlowRow {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly verdict: EdgeVerdict;
}

/** Flows by rule, and with `open` also those that nobody decided. */
export function readFlowRows({ flows }: WorkspaceSnapshot, { open }: { readonly open: boolean }): readonly FlowRow[] {
  const rows: FlowRow[] = [];
  for (let row = 0; row < flows.length; row += 1) {
    const byRule = flows.byRule[row] === 1;
    if (!byRule && !open) continue;
    rows.push({ row, from: flows.from[row] ?? 0, to: flows.to[row] ?? 0, verdict: byRule ? 'rule' : 'open' });
  }
  return rows;
}

export function countOpenFlows({ flows }: WorkspaceSnapshot): number {
  let count = 0;
  for (let row = 0; row < flows.length; row += 1) {
    if (flows.byRule[row] === 0 && flows.from[row] !== flows.to[row]) count += 1;
  }
  return count;
}
