import type { FlowTable, WorkspaceSnapshot } from './WorkspaceSnapshot.ts';

/**
 * What a pair of nodes comes to, from least to most; a verdict's position is its code in columns.
 * - none: there is no such pair (both ends outside the cluster; a workload of one pod to itself)
 * - unlisted: its row was left out of the table, which had too many (`FlowTable.omitted`)
 * - denied: no port, for certain
 * - open: nobody decided it, no policy selects either end
 * - uncertain: the import does not say enough, and nothing is certain
 * - partial: only some pairs of pods, for certain
 * - rule: every pair of pods, and a rule admits it at one end at least
 */
export const pairVerdicts = ['none', 'unlisted', 'denied', 'open', 'uncertain', 'partial', 'rule'] as const;
export type PairVerdict = (typeof pairVerdicts)[number];

/** Position in `pairVerdicts`. */
export type PairCode = number;

const codes = Object.fromEntries(pairVerdicts.map((verdict, code) => [verdict, code])) as Record<PairVerdict, PairCode>;

/** The code of a verdict in columns. */
export const toPairCode = (verdict: PairVerdict): PairCode => codes[verdict];

/** The flow table by source (compressed rows), for look-ups by pair. Built once per snapshot by `createFlowIndex`. */
export interface FlowIndex {
  readonly snapshot: WorkspaceSnapshot;
  /** Workloads and externals. */
  readonly nodeCount: number;
  /** By node: where its flows begin in the table; one more at the end. */
  readonly start: Uint32Array;
  /** 1: no policy selects the node for this direction, so that it is open by default. Externals always are. */
  readonly openOut: Uint8Array;
  readonly openIn: Uint8Array;
  /** 1: it has (or can have) a second pod: anything but a single bare pod. */
  readonly meetsItself: Uint8Array;
}

/** O(flows): the table is by from, then to, so that nothing is sorted. */
export function createFlowIndex(snapshot: WorkspaceSnapshot): FlowIndex {
  const { flows, workloads, externals } = snapshot;
  const nodeCount = workloads.length + externals.length;
  const start = new Uint32Array(nodeCount + 1);
  for (let row = 0; row < flows.length; row += 1) start[flows.from[row]! + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) start[node + 1]! += start[node]!;
  const column = (read: (workload: WorkspaceSnapshot['workloads'][number]) => boolean): Uint8Array => {
    const bits = new Uint8Array(nodeCount).fill(1, workloads.length);
    workloads.forEach((workload, node) => (bits[node] = read(workload) ? 1 : 0));
    return bits;
  };
  return {
    snapshot,
    nodeCount,
    start,
    openOut: column(({ egress }) => egress === 'open'),
    openIn: column(({ ingress }) => ingress === 'open'),
    meetsItself: column(({ podCount, kind }) => podCount > 1 || kind !== 'Pod'),
  };
}

/** The flow's position in the flow table, or -1 when the pair has no row. */
export function findFlow({ snapshot: { flows }, start }: FlowIndex, from: number, to: number): number {
  let low = start[from] ?? 0;
  let high = (start[from + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const target = flows.to[middle]!;
    if (target === to) return middle;
    if (target < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The verdict of one row of the table, as a code: the most certain of what it holds. */
export function flowCode({ ports, partial, byRule }: FlowTable, row: number): PairCode {
  if (ports[row] !== 0) return byRule[row] === 0 ? codes.open : codes.rule;
  return partial[row] === 0 ? codes.uncertain : codes.partial;
}

/** Verdicts from one node to every node, as codes; `verdicts` has room for `nodeCount`. O(nodes), without a look-up. */
export function fillVerdicts(index: FlowIndex, from: number, verdicts: Uint8Array): void {
  const { snapshot, nodeCount, start, openOut, openIn, meetsItself } = index;
  const { flows, workloads } = snapshot;
  verdicts.fill(codes.denied);
  verdicts.fill(codes.unlisted, firstUnlisted(flows, from));
  if (openOut[from] === 1) {
    for (let to = 0; to < nodeCount; to += 1) if (openIn[to] === 1) verdicts[to] = codes.open;
  }
  if (from >= workloads.length) verdicts.fill(codes.none, workloads.length);
  else if (meetsItself[from] === 0) verdicts[from] = codes.none;
  for (let row = start[from]!; row < start[from + 1]!; row += 1) verdicts[flows.to[row]!] = flowCode(flows, row);
}

/** The verdict of one pair. */
export function findVerdict(index: FlowIndex, from: number, to: number): PairVerdict {
  const { snapshot, openOut, openIn, meetsItself } = index;
  const row = findFlow(index, from, to);
  if (row >= 0) return pairVerdicts[flowCode(snapshot.flows, row)]!;
  const outside = snapshot.workloads.length;
  if ((from >= outside && to >= outside) || (from === to && meetsItself[from] === 0)) return 'none';
  if (openOut[from] === 1 && openIn[to] === 1) return 'open';
  return to >= firstUnlisted(snapshot.flows, from) ? 'unlisted' : 'denied';
}

/** The first target of a source whose row the table may lack: it is cut at its end. Infinity when it is whole. */
function firstUnlisted(flows: FlowTable, from: number): number {
  const last = flows.length - 1;
  if (flows.omitted === 0 || (last >= 0 && from < flows.from[last]!)) return Infinity;
  return last >= 0 && from === flows.from[last] ? flows.to[last]! + 1 : 0;
}
