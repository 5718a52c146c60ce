import type { FlowColumns } from '../connectivity/FlowColumns.ts';

/** One step from a node: over a row of the flow table, or (row -1) because both ends are open by default. */
export type VisitStep = (node: number, row: number) => void;

/** The flow table as a graph, without an object for each flow. */
export interface FlowGraph {
  /** Calls back for each row that leaves the node (or, against the direction, enters it), by the other end's number. */
  forEachRow(node: number, visit: VisitStep): void;
  /** Whether the node has a flow to every node of `openEnds`. */
  isOpen(node: number): boolean;
  /** Nodes at which flows that are open by default end; ascending. */
  readonly openEnds: readonly number[];
}

export const createFlowGraph = (columns: FlowColumns, direction: 'out' | 'in'): FlowGraph => {
  const { openEgress, openIngress } = columns;
  const [starts, ends] = direction === 'out' ? [openEgress, openIngress] : [openIngress, openEgress];
  return {
    forEachRow: direction === 'out' ? walkOut(columns) : walkIn(columns, openEgress.length),
    isOpen: (node) => starts[node] === 1,
    openEnds: Array.from(ends.keys()).filter((node) => ends[node] === 1),
  };
};

/** Rows are by from, then to. */
const walkOut = ({ length, from, to }: FlowColumns): FlowGraph['forEachRow'] => {
  const findFirst = (node: number): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from[middle]! < node) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (node, visit) => {
    for (let row = findFirst(node); row < length && from[row] === node; row += 1) visit(to[row]!, row);
  };
};

/** Rows sorted by `to`; those of one node stay by `from`. */
const walkIn = ({ length, from, to }: FlowColumns, nodeCount: number): FlowGraph['forEachRow'] => {
  const first = new Uint32Array(nodeCount + 1);
  for (let row = 0; row < length; row += 1) first[to[row]! + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) first[node + 1]! += first[node]!;
  const next = first.slice();
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) {
    const node = to[row]!;
    rows[next[node]!] = row;
    next[node]! += 1;
  }
  return (node, visit) => {
    for (let at = first[node]!; at < first[node + 1]!; at += 1) visit(from[rows[at]!]!, rows[at]!);
  };
};
