import { flowCode, formatPortSet, pairVerdicts, type WorkspaceSnapshot } from '../../engine/index.ts';
import { endpointAt, formatEndpoint } from '../node/Endpoint.ts';

export interface FlowSort {
  readonly key: 'from' | 'to' | 'ports' | 'verdict';
  readonly descending: boolean;
}

/** Positions in the order of names and ports, computed once per snapshot. */
export interface FlowRanks {
  /** By node. */
  readonly nodes: Uint32Array;
  /** By position in `portSets`. */
  readonly portSets: Uint32Array;
}

export function rankFlows(snapshot: WorkspaceSnapshot): FlowRanks {
  const nodeCount = snapshot.workloads.length + snapshot.externals.length;
  const names = Array.from({ length: nodeCount }, (_, node) => formatEndpoint(endpointAt(snapshot, node)));
  return { nodes: toRanks(names, snapshot.workloads.length), portSets: toRanks(snapshot.portSets.map(formatPortSet)) };
}

/** What stands from `outside` on comes last, in its own order. */
function toRanks(names: readonly string[], outside = names.length): Uint32Array {
  const collator = new Intl.Collator('en', { numeric: true });
  const order = names
    .map((_, at) => at)
    .sort((a, b) => (a >= outside || b >= outside ? a - b : collator.compare(names[a]!, names[b]!) || a - b));
  const ranks = new Uint32Array(names.length);
  order.forEach((at, rank) => (ranks[at] = rank));
  return ranks;
}

/** Rows in order; rows that are equal by the key go by from, then by to. Linear: counting sorts, millions of rows in a moment. */
export function sortFlows(
  { flows }: WorkspaceSnapshot,
  rows: Uint32Array,
  { key, descending }: FlowSort,
  ranks: FlowRanks,
): Uint32Array {
  const nodeCount = ranks.nodes.length;
  const keys = {
    from: { of: (row: number) => ranks.nodes[flows.from[row]!]!, count: nodeCount },
    to: { of: (row: number) => ranks.nodes[flows.to[row]!]!, count: nodeCount },
    ports: {
      of: (row: number) => ranks.portSets[flows.ports[row]! || flows.partial[row]! || flows.uncertain[row]!]!,
      count: ranks.portSets.length,
    },
    // The most certain first.
    verdict: { of: (row: number) => pairVerdicts.length - 1 - flowCode(flows, row), count: pairVerdicts.length },
  };
  const main = keys[key];
  const byTo = sortByCount(rows, keys.to.of, nodeCount);
  const byFrom = sortByCount(byTo, keys.from.of, nodeCount);
  return descending
    ? sortByCount(byFrom, (row) => main.count - 1 - main.of(row), main.count)
    : sortByCount(byFrom, main.of, main.count);
}

/** Stable; keys are whole numbers below `count`. */
function sortByCount(rows: Uint32Array, keyOf: (row: number) => number, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const row of rows) next[keyOf(row) + 1]! += 1;
  for (let key = 0; key < count; key += 1) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[keyOf(row)]!++] = row;
  return sorted;
}
