import { createFlowIndex, type FlowIndex, type WorkspaceSnapshot } from '../../engine/index.ts';
import { createOpenPairs } from './createOpenPairs.ts';
import { listEndConditions } from './EndFilter.ts';
import { filterFlows } from './filterFlows.ts';
import { wantsOpen, type FlowFilter } from './FlowFilter.ts';
import { toFlowItem, toOpenItem, type FlowItem } from './FlowItem.ts';
import { rankFlows, sortFlows, type FlowRanks, type FlowSort } from './sortFlows.ts';

/** The list by position, without an object per flow: rows of the table first, then what is open by default. */
export interface FlowItems {
  readonly count: number;
  at(position: number): FlowItem;
}

/** What does not change with filter and order. */
export interface ListedFlows {
  readonly snapshot: WorkspaceSnapshot;
  readonly index: FlowIndex;
  readonly ranks: FlowRanks;
}

export const readListedFlows = (snapshot: WorkspaceSnapshot): ListedFlows => ({
  snapshot,
  index: createFlowIndex(snapshot),
  ranks: rankFlows(snapshot),
});

export function listFlowItems({ snapshot, index, ranks }: ListedFlows, filter: FlowFilter, sort: FlowSort): FlowItems {
  const rows = sortFlows(snapshot, filterFlows(snapshot, filter), sort, ranks);
  const open = wantsOpen(filter)
    ? createOpenPairs(index, { conditions: listEndConditions(snapshot, filter), sort, ranks })
    : { count: 0, at: () => ({ from: 0, to: 0 }) };
  return {
    count: rows.length + open.count,
    at: (position) => {
      if (position < rows.length) return toFlowItem(snapshot, rows[position]!);
      const { from, to } = open.at(position - rows.length);
      return toOpenItem(snapshot, from, to);
    },
  };
}
