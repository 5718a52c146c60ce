import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { FlowRow } from './flowRows.ts';
import { describeRows } from './describeRows.ts';
import type { EdgeVerdict, Reach } from './VisibleGraph.ts';

/** From so many other namespaces and workloads on, wires say less than a number. */
const manyNamespaces = 4;
const manyWorkloads = 10;

export interface Reaches {
  /** By node number. */
  readonly reaches: ReadonlyMap<number, Reach>;
  readonly reachedFrom: ReadonlyMap<number, Reach>;
  /** Rows that a mark at one of their ends stands for. */
  readonly covered: ReadonlySet<number>;
}

/**
 * Nodes with flows to (or from) a great part of the cluster: a rule without peers, `namespaceSelector: {}`, a monitoring
 * scraper. Flows with external ranges stay wires. A flow that either end's mark counts is covered.
 */
export function findReaches(snapshot: WorkspaceSnapshot, rows: readonly FlowRow[]): Reaches {
  const covered = new Set<number>();
  const collect = (end: 'from' | 'to'): ReadonlyMap<number, Reach> => {
    const other = end === 'from' ? 'to' : 'from';
    const found = new Map<string, { node: number; verdict: EdgeVerdict; rows: number[]; namespaces: Set<string> }>();
    for (const row of rows) {
      const own = snapshot.workloads[row[end]]?.namespace;
      const theirs = snapshot.workloads[row[other]]?.namespace;
      if (own === undefined || theirs === undefined || own === theirs) continue;
      const key = `${row[end]} ${row.verdict}`;
      const entry = found.get(key) ?? { node: row[end], verdict: row.verdict, rows: [], namespaces: new Set() };
      entry.rows.push(row.row);
      entry.namespaces.add(theirs);
      found.set(key, entry);
    }
    const reaches = new Map<number, Reach>();
    for (const entry of found.values()) {
      if (entry.namespaces.size < manyNamespaces || entry.rows.length < manyWorkloads) continue;
      for (const row of entry.rows) covered.add(row);
      // A node can have both kinds when open flows are drawn; the one by rule is the one to say.
      if (reaches.get(entry.node)?.verdict === 'rule') continue;
      reaches.set(entry.node, {
        verdict: entry.verdict,
        ports: describeRows(snapshot, entry.rows).ports,
        workloads: entry.rows.length,
        namespaces: entry.namespaces.size,
        flows: entry.rows,
      });
    }
    return reaches;
  };
  return { reaches: collect('from'), reachedFrom: collect('to'), covered };
}
