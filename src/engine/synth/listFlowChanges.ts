import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { FlowColumns } from '../connectivity/FlowColumns.ts';
import { intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { emptyPortSet, everyPort, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { FlowChange } from './FlowChange.ts';

/**
 * The flows between workloads and externals whose ports differ, certain or uncertain ones, by the ids of `before` (of `after` for a workload that is
 * new). Externals may be cut differently before and after, since policies that name other addresses cut them: each old
 * one is compared with every new one that it shares addresses with, and listed once for each different outcome. `rename`
 * says under which id a workload is found afterwards.
 */
export function listFlowChanges(
  before: Connectivity,
  after: Connectivity,
  rename: (id: string) => string = (id) => id,
): readonly FlowChange[] {
  const ports = createPortNumbers();
  const tables = { old: readTable(before), now: readTable(after) };
  const old = createRows(tables.old, ports);
  const now = createRows(tables.now, ports);
  const nodes = pairNodes(before, after, rename);
  const findTargets = createRowComparison(tables, nodes);
  const changes = new Map<string, FlowChange>();
  for (const from of nodes) {
    const targets = findTargets(from.before);
    if (targets.length === 0) continue;
    const oldRow = old.read(from.before);
    const newRow = now.read(from.after);
    for (const to of targets) {
      const was = oldRow.certain[to.before] ?? 0;
      const is = newRow.certain[to.after] ?? 0;
      const mayHave = [oldRow.uncertain[to.before] ?? 0, newRow.uncertain[to.after] ?? 0] as const;
      if (was === is && mayHave[0] === mayHave[1]) continue;
      const key = [from.id, to.id, is, mayHave[1]].join('\n');
      const [before, after] = [ports.sets[was]!, ports.sets[is]!];
      const [uncertainBefore, uncertainAfter] = [ports.sets[mayHave[0]]!, ports.sets[mayHave[1]]!];
      changes.set(key, { from: from.id, to: to.id, before, after, uncertainBefore, uncertainAfter });
    }
  }
  return [...changes.values()];
}

/** The number of a node on both sides; -1 where it does not exist. */
interface NodePair {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

function pairNodes(before: Connectivity, after: Connectivity, rename: (id: string) => string): readonly NodePair[] {
  const positions = new Map<string, number>(after.cluster.workloads.map(({ id, index }) => [id, index]));
  const known = new Set(before.cluster.workloads.map(({ id }) => rename(id)));
  const [offset, newOffset] = [before.cluster.workloads.length, after.cluster.workloads.length];
  return [
    ...before.cluster.workloads.map(({ id, index }) => ({ id, before: index, after: positions.get(rename(id)) ?? -1 })),
    ...after.cluster.workloads
      .filter(({ id }) => !known.has(id))
      .map(({ id, index }) => ({ id, before: -1, after: index })),
    ...before.externals.flatMap(({ id, index, addresses }) =>
      after.externals
        .filter((other) => !isEmptyIpSet(intersectIps(addresses, other.addresses)))
        .map((other) => ({ id, before: offset + index, after: newOffset + other.index })),
    ),
  ];
}

/** The flows of an evaluation, and where those of each node begin; one more entry for the end. */
interface FlowTable {
  readonly connectivity: Connectivity;
  readonly columns: FlowColumns;
  readonly nodeCount: number;
  readonly starts: Uint32Array;
}

function readTable(connectivity: Connectivity): FlowTable {
  const columns = connectivity.flowColumns();
  const nodeCount = connectivity.cluster.workloads.length + connectivity.externals.length;
  return { connectivity, columns, nodeCount, starts: findStarts(columns, nodeCount) };
}

/**
 * The nodes towards which a node's flows may differ. Where both sides have the same nodes and port sets under the same numbers,
 * that is read from the rows as they stand; otherwise it is every node.
 */
function createRowComparison(
  { old, now }: { readonly old: FlowTable; readonly now: FlowTable },
  nodes: readonly NodePair[],
): (node: number) => readonly NodePair[] {
  const [before, after] = [old.columns, now.columns];
  const isAligned =
    nodes.length === old.nodeCount &&
    old.nodeCount === now.nodeCount &&
    nodes.every((node, index) => node.before === index && node.after === index);
  if (!isAligned || !isPrefix(old.connectivity.portSets, now.connectivity.portSets)) return () => nodes;
  const isOpenSame = before.openIngress.every((open, node) => open === after.openIngress[node]);
  const isSame = (row: number, other: number): boolean =>
    before.ports[row] === after.ports[other] &&
    before.partial[row] === after.partial[other] &&
    before.uncertain[row] === after.uncertain[other];
  return (node) => {
    if (before.openEgress[node] !== after.openEgress[node]) return nodes;
    if (before.openEgress[node] === 1 && !isOpenSame) return nodes;
    const different: NodePair[] = [];
    let [row, other] = [old.starts[node]!, now.starts[node]!];
    const [end, otherEnd] = [old.starts[node + 1]!, now.starts[node + 1]!];
    // The rows of a node are sorted by target.
    while (row < end || other < otherEnd) {
      const to = row < end ? before.to[row]! : Number.POSITIVE_INFINITY;
      const otherTo = other < otherEnd ? after.to[other]! : Number.POSITIVE_INFINITY;
      if (to !== otherTo || !isSame(row, other)) different.push(nodes[Math.min(to, otherTo)]!);
      if (to <= otherTo) row += 1;
      if (otherTo <= to) other += 1;
    }
    return different;
  };
}

/** Whether the shorter of two lists is the beginning of the other. */
const isPrefix = (a: readonly PortSet[], b: readonly PortSet[]): boolean =>
  a.slice(0, Math.min(a.length, b.length)).every((set, index) => set === b[index]);

/** Numbers for distinct port sets, the same on both sides; 0 is the empty one. */
function createPortNumbers() {
  const numbers = new Map([[toPortKey(emptyPortSet), 0]]);
  const sets = [emptyPortSet];
  const find = (set: PortSet): number => {
    const key = toPortKey(set);
    const number = numbers.get(key) ?? sets.push(set) - 1;
    numbers.set(key, number);
    return number;
  };
  return { sets, find };
}

/** The flows of one node, by the other end's number: numbers of port sets. */
interface RowPorts {
  /** All certain ones, partial ones included. */
  readonly certain: Uint32Array;
  readonly uncertain: Uint32Array;
}

/** Reads the flows of one node at a time; what was read before is overwritten. */
function createRows(
  { connectivity, columns, nodeCount: nodes, starts }: FlowTable,
  ports: ReturnType<typeof createPortNumbers>,
) {
  const certain = new Uint32Array(nodes);
  const uncertain = new Uint32Array(nodes);
  const everyPortNumber = ports.find(everyPort);
  const numbers = new Map<string, number>();
  const numberOf = (all: number, some: number): number => {
    const key = `${all} ${some}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const { portSets } = connectivity;
    const number = ports.find(unionPorts(portSets[all] ?? emptyPortSet, portSets[some] ?? emptyPortSet));
    numbers.set(key, number);
    return number;
  };
  return {
    read: (node: number): RowPorts => {
      certain.fill(0);
      uncertain.fill(0);
      if (columns.openEgress[node] === 1) {
        const last = node < connectivity.cluster.workloads.length ? nodes : connectivity.cluster.workloads.length;
        for (let to = 0; to < last; to += 1) {
          if (columns.openIngress[to] === 1 && (to !== node || hasOwnFlow(connectivity, node)))
            certain[to] = everyPortNumber;
        }
      }
      for (let index = starts[node] ?? 0; index < (starts[node + 1] ?? 0); index += 1) {
        const to = columns.to[index]!;
        certain[to] = numberOf(columns.ports[index]!, columns.partial[index]!);
        uncertain[to] = numberOf(columns.uncertain[index]!, 0);
      }
      return { certain, uncertain };
    },
  };
}

/** Whether two pods of a workload can meet. */
const hasOwnFlow = ({ cluster }: Connectivity, node: number): boolean => {
  const workload = cluster.workloads[node];
  return workload !== undefined && (workload.pods.length > 1 || workload.canHaveTwoPods);
};

/** Where the rows of each node begin, since they are sorted by `from`; one more entry for the end. */
function findStarts({ length, from }: FlowColumns, nodes: number): Uint32Array {
  const starts = new Uint32Array(nodes + 1);
  for (let index = 0; index < length; index += 1) starts[from[index]! + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  return starts;
}
