import type { FlowTable } from '../../engine/index.ts';
import { describeRows } from './describeRows.ts';
import { rowVerdict, type Adjacency, type MapFlows } from './MapFlows.ts';
import type { Reach } from './VisibleGraph.ts';

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

/**
 * Nodes with flows to (or from) a great part of the cluster: a rule without peers, `namespaceSelector: {}`, a monitoring
 * scraper, an ipBlock that any pod's unknown address may lie in; or to most of their own namespace. Flows by rule are marked first, uncertain ones where no such mark stands. Flows with external ranges stay wires. One mark at either end is enough to say a flow.
 * `isOpen`: by row, whether it is drawn and nothing else says it yet.
 */
export function findReaches(index: MapFlows, isOpen: Uint8Array): Reaches {
  const sizes = new Uint32Array(index.snapshot.namespaces.length);
  for (let node = 0; node < index.snapshot.workloads.length; node += 1) {
    const namespace = index.namespaceOf[node]!;
    if (namespace >= 0) sizes[namespace]! += 1;
  }
  const { from, to } = index.snapshot.flows;
  const collectBoth = (ends: Pick<CollectOptions, 'adjacency' | 'others'>): ReadonlyMap<number, Reach> =>
    new Map([
      ...collect(index, { ...ends, isOpen, sizes, verdict: 'uncertain' }),
      ...collect(index, { ...ends, isOpen, sizes, verdict: 'rule' }),
    ]);
  return {
    reaches: collectBoth({ adjacency: index.out, others: to }),
    reachedFrom: collectBoth({ adjacency: index.into, others: from }),
  };
}

interface CollectOptions {
  readonly adjacency: Adjacency;
  /** By row: the node at the other end. */
  readonly others: FlowTable['from'];
  readonly isOpen: Uint8Array;
  /** By namespace: its workloads. */
  readonly sizes: Uint32Array;
  readonly verdict: Reach['verdict'];
}

function collect(
  index: MapFlows,
  { adjacency: { starts, rows }, others, isOpen, sizes, verdict }: CollectOptions,
): ReadonlyMap<number, Reach> {
  const { namespaceOf, verdicts, snapshot } = index;
  const found = new Map<number, Reach>();
  /** The node at which a namespace was last met. */
  const met = new Int32Array(sizes.length).fill(-1);
  for (let node = 0; node < snapshot.workloads.length; node += 1) {
    const own = namespaceOf[node]!;
    const end = starts[node + 1]!;
    if (end - starts[node]! < manySiblings) continue;
    const home: number[] = [];
    const away: number[] = [];
    let places = 0;
    for (let at = starts[node]!; at < end; at += 1) {
      const row = rows[at]!;
      const other = others[row]!;
      const theirs = namespaceOf[other]!;
      if (isOpen[row] === 0 || theirs < 0 || other === node || verdicts[row] !== rowVerdict[verdict]) continue;
      if (theirs === own) home.push(row);
      else {
        away.push(row);
        if (met[theirs] !== node) places += 1;
        met[theirs] = node;
      }
    }
    const size = sizes[own] ?? 1;
    const isAway =
      (places >= manyNamespaces && away.length >= manyWorkloads) ||
      (away.length >= manyElsewhere && away.length >= mostElsewhere * (snapshot.workloads.length - size));
    const isMostOfHome = home.length >= manySiblings && home.length >= mostSiblings * (size - 1);
    // What is perhaps everywhere is perhaps at home, too, and wires there would say no more.
    const isHome = isMostOfHome || (isAway && verdict === 'uncertain' && home.length > 0);
    const flows = [...(isHome ? home : []), ...(isAway ? away : [])];
    if (flows.length === 0) continue;
    found.set(node, {
      verdict,
      ...describeRows(index, flows),
      workloads: flows.length,
      namespaces: (isAway ? places : 0) + (isHome ? 1 : 0),
      flows,
    });
  }
  return found;
}
