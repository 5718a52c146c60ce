import { createFlowIndex, type WorkspaceSnapshot } from '../../engine/index.ts';
import type { FlowRow } from './listFlows.ts';

/**
 * How many pairs are open by default at both ends and have no row in the flow table, of sources with targets. `rows`: the flows
 * between them that are listed.
 */
export function countOpenFlows(
  snapshot: WorkspaceSnapshot,
  {
    isFrom,
    isTo,
    rows,
  }: {
    readonly isFrom: (node: number) => boolean;
    readonly isTo: (node: number) => boolean;
    readonly rows: readonly Pick<FlowRow, 'from' | 'to'>[];
  },
): number {
  const { nodeCount, openOut, openIn, meetsItself } = createFlowIndex(snapshot);
  const outside = snapshot.workloads.length;
  const from = { all: 0, outside: 0 };
  const to = { all: 0, outside: 0 };
  let alone = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const sends = openOut[node] === 1 && isFrom(node);
    const takes = openIn[node] === 1 && isTo(node);
    if (sends) from.all += 1;
    if (takes) to.all += 1;
    if (node >= outside) {
      if (sends) from.outside += 1;
      if (takes) to.outside += 1;
    } else if (sends && takes && meetsItself[node] === 0) alone += 1;
  }
  const listed = rows.filter((row) => openOut[row.from] === 1 && openIn[row.to] === 1).length;
  return from.all * to.all - from.outside * to.outside - alone - listed;
}
