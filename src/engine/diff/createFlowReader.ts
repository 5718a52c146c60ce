import type { FlowColumns } from '../connectivity/FlowColumns.ts';
import type { DiffSide, SideName } from './DiffSide.ts';
import { openFlow, type StateId, type TransitionTable } from './createTransitionTable.ts';
import type { MatchedNodes } from './matchNodes.ts';

/** The flows of one side by the nodes of the difference. */
export interface FlowReader {
  /** Calls back for each row from a node; pairs that are open by default are no rows. */
  eachRow(from: number, found: (to: number, state: StateId) => void): void;
  /** By node, whether no policy isolates it; false where the side does not have it. */
  readonly openEgress: Uint8Array;
  readonly openIngress: Uint8Array;
  /** Whether two nodes, both open, can have a flow: not two externals, not a bare pod with itself. */
  canFlow(from: number, to: number): boolean;
  /** Whether all rows of a node are there. */
  isComplete(from: number): boolean;
}

export const createFlowReader = (
  { cluster, connectivity }: DiffSide,
  side: SideName,
  matched: MatchedNodes,
  table: TransitionTable,
): FlowReader => {
  const columns = connectivity.flowColumns();
  const { ports, partial, uncertain, to: ends } = columns;
  const numbers = matched.numbers[side];
  const nodesOf = matched.nodesOf[side];
  const starts = findStarts(columns, nodesOf.length);
  const toState = table.createStateReader(connectivity);
  const pick = (flags: Uint8Array): Uint8Array =>
    Uint8Array.from(numbers, (number) => (number === -1 ? 0 : flags[number]!));
  // Rows are in order, so that what is left out is at the end.
  const lastFrom = columns.omitted === 0 ? Infinity : (columns.from[columns.length - 1] ?? 0);
  return {
    eachRow: (from, found) => {
      const number = numbers[from]!;
      if (number === -1) return;
      for (let row = starts[number]!; row < starts[number + 1]!; row += 1) {
        const state = toState(ports[row]!, partial[row]!, uncertain[row]!);
        for (const to of nodesOf[ends[row]!]!) found(to, state);
      }
    },
    openEgress: pick(columns.openEgress),
    openIngress: pick(columns.openIngress),
    canFlow: (from, to) => {
      if (from >= matched.workloadCount && to >= matched.workloadCount) return false;
      if (from !== to) return true;
      const workload = cluster.workloads[numbers[from]!];
      return workload !== undefined && (workload.pods.length > 1 || workload.canHaveTwoPods);
    },
    isComplete: (from) => numbers[from]! < lastFrom,
  };
};

/** Where the rows of each node begin; one more entry for the end. */
const findStarts = ({ length, from }: FlowColumns, nodes: number): Uint32Array => {
  const starts = new Uint32Array(nodes + 1);
  for (let row = 0; row < length; row += 1) starts[from[row]! + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  return starts;
};

/** Calls back for every node that a node may reach in some way on one side, open pairs included. */
export const eachReached = (
  reader: FlowReader,
  from: number,
  nodeCount: number,
  found: (to: number, state: StateId) => void,
): void => {
  reader.eachRow(from, found);
  if (reader.openEgress[from] === 0) return;
  for (let to = 0; to < nodeCount; to += 1) {
    if (reader.openIngress[to] === 1 && reader.canFlow(from, to)) found(to, openFlow);
  }
};
