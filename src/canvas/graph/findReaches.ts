import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { FlowRow } from './flowRows.ts';
import { describeRows } from './describeRows.ts';
import type { EdgeVerdict, Reach } from './VisibleGraph.ts';

/** From so many other namespaces and workloads on, wires say less than a number. */
const manyNamespaces = 4;
const manyWorkloads = 10;

/** In a small cluster: so many, and so great a part of all workloads elsewhere. */
const manyElsewhere = 8;
const mostElsewhere = 0.75;

/** The same for the workloads of its own namespace: so many, and so great a part of them. */
const manySiblings = 5;
const mostSiblings = 0.75;

export interface Reaches {
  /** By node number. */
  readonly reaches: ReadonlyMap<number, Reach>;
  readonly reachedFrom: ReadonlyMap<number, Reach>;
}

/** One node's flows of one verdict, to or from workloads of its own namespace and of others. */
interface Span {
  readonly node: number;
  readonly verdict: EdgeVerdict;
  readonly home: number[];
  readonly away: number[];
  readonly places: Set<string>;
}

/**
 * Nodes with flows to (or from) a great part of the cluster: a rule without peers, `namespaceSelector: {}`, a monitoring
 * scraper; or to most of their own namespace. Flows with external ranges stay wires. One mark at either end is enough to say a flow.
 */
export function findReaches(snapshot: WorkspaceSnapshot, rows: readonly FlowRow[]): Reaches {
  const sizes = new Map<string, number>();
  for (const { namespace } of snapshot.workloads) sizes.set(namespace, (sizes.get(namespace) ?? 0) + 1);
  const collect = (end: 'from' | 'to'): ReadonlyMap<number, Reach> => {
    const other = end === 'from' ? 'to' : 'from';
    const found = new Map<string, Span>();
    for (const row of rows) {
      const own = snapshot.workloads[row[end]]?.namespace;
      const theirs = snapshot.workloads[row[other]]?.namespace;
      if (own === undefined || theirs === undefined || row.from === row.to) continue;
      const key = `${row[end]} ${row.verdict}`;
      const span = found.get(key) ?? { node: row[end], verdict: row.verdict, home: [], away: [], places: new Set() };
      if (own === theirs) span.home.push(row.row);
      else {
        span.away.push(row.row);
        span.places.add(theirs);
      }
      found.set(key, span);
    }
    const reaches = new Map<number, Reach>();
    for (const { node, verdict, home, away, places } of found.values()) {
      const size = sizes.get(snapshot.workloads[node]?.namespace ?? '') ?? 1;
      const siblings = size - 1;
      const elsewhere = snapshot.workloads.length - size;
      const isHome = home.length >= manySiblings && home.length >= mostSiblings * siblings;
      const isAway =
        (places.size >= manyNamespaces && away.length >= manyWorkloads) ||
        (away.length >= manyElsewhere && away.length >= mostElsewhere * elsewhere);
      const flows = [...(isHome ? home : []), ...(isAway ? away : [])];
      if (flows.length === 0) continue;
      // A node can have both kinds when open flows are drawn; the one by rule is the one to say.
      if (reaches.get(node)?.verdict === 'rule') continue;
      reaches.set(node, {
        verdict,
        ports: describeRows(snapshot, flows).ports,
        workloads: flows.length,
        namespaces: (isAway ? places.size : 0) + (isHome ? 1 : 0),
        flows,
      });
    }
    return reaches;
  };
  return { reaches: collect('from'), reachedFrom: collect('to') };
}
