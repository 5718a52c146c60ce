import type { FlowTable, WorkspaceSnapshot } from '../../engine/index.ts';
import { formatPorts, hasPorts } from './formatPorts.ts';

/** How a row is drawn: not at all (open by default: said by shields), as allowed by rule, or as uncertain. */
export const rowVerdict = { open: 0, rule: 1, uncertain: 2 } as const;

/** A snapshot's flows as columns that can be walked from either end. Made once per snapshot; numbers throughout. */
export interface MapFlows {
  readonly snapshot: WorkspaceSnapshot;
  /** Workloads, then externals. */
  readonly nodeCount: number;
  /** Node numbers by id, of workloads and externals. */
  readonly nodeOf: ReadonlyMap<string, number>;
  /** By node: the position of its namespace in the snapshot; -1 outside the cluster. */
  readonly namespaceOf: Int32Array;
  /** By row. */
  readonly verdicts: Uint8Array;
  /** Rows that a rule decides or that are uncertain, in their order. */
  readonly rows: Uint32Array;
  /** Rows between different nodes that are open by default for some of their pods: shields alone do not say them. */
  readonly openRows: Uint32Array;
  readonly out: Adjacency;
  readonly into: Adjacency;
  /** By port set: its words on an edge; empty for a set without ports. */
  readonly words: readonly string[];
}

/** The rows of node n are `rows[starts[n]] … rows[starts[n + 1] - 1]`. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

export function createMapFlows(snapshot: WorkspaceSnapshot): MapFlows {
  const { workloads, externals, namespaces, flows, portSets } = snapshot;
  const nodeCount = workloads.length + externals.length;
  const numbers = new Map(namespaces.map(({ name }, at) => [name, at]));
  const nodeOf = new Map<string, number>();
  const namespaceOf = new Int32Array(nodeCount).fill(-1);
  workloads.forEach(({ id, namespace }, node) => {
    nodeOf.set(id, node);
    namespaceOf[node] = numbers.get(namespace) ?? -1;
  });
  externals.forEach(({ id }, at) => nodeOf.set(id, workloads.length + at));

  const words = portSets.map((set) => (hasPorts(set) ? formatPorts(set) : ''));
  const isEmpty = Uint8Array.from(words, (word) => (word === '' ? 1 : 0));
  const verdicts = new Uint8Array(flows.length);
  const openRows: number[] = [];
  let count = 0;
  for (let row = 0; row < flows.length; row += 1) {
    const isKnown = isEmpty[flows.ports[row]!] === 0 || isEmpty[flows.partial[row]!] === 0;
    if (!isKnown && isEmpty[flows.uncertain[row]!] === 0) verdicts[row] = rowVerdict.uncertain;
    else if (flows.byRule[row] === 1) verdicts[row] = rowVerdict.rule;
    if (verdicts[row] !== rowVerdict.open) count += 1;
    else if (flows.from[row] !== flows.to[row]) openRows.push(row);
  }
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < flows.length; row += 1) if (verdicts[row] !== rowVerdict.open) rows[at++] = row;
  return {
    snapshot,
    openRows: Uint32Array.from(openRows),
    nodeCount,
    nodeOf,
    namespaceOf,
    verdicts,
    rows,
    out: toAdjacency(rows, flows.from, nodeCount),
    into: toAdjacency(rows, flows.to, nodeCount),
    words,
  };
}

function toAdjacency(rows: Uint32Array, ends: FlowTable['from'], nodeCount: number): Adjacency {
  const starts = new Uint32Array(nodeCount + 1);
  for (const row of rows) starts[ends[row]! + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[ends[row]!]!++] = row;
  return { starts, rows: sorted };
}

export const rowsAt = ({ starts, rows }: Adjacency, node: number): Uint32Array =>
  rows.subarray(starts[node], starts[node + 1]);
