import type { FlowIndex } from '../../engine/index.ts';
import type { EndCondition } from './EndFilter.ts';
import type { FlowRanks, FlowSort } from './sortFlows.ts';

/** Pairs that are open by default at both ends and have no row in the table: counted, and found by position, never listed. */
export interface OpenPairs {
  readonly count: number;
  at(position: number): { readonly from: number; readonly to: number };
}

/**
 * Every open source with every open target, but for pairs that have a row, that are one pod, or that are both outside.
 * In the order of `sort` as far as it is by an end, else by from and to.
 */
export function createOpenPairs(
  index: FlowIndex,
  {
    conditions,
    sort,
    ranks,
  }: { readonly conditions: readonly EndCondition[]; readonly sort: FlowSort; readonly ranks: FlowRanks },
): OpenPairs {
  const isByTo = sort.key === 'to';
  const isDescending = sort.descending && (sort.key === 'from' || sort.key === 'to');
  const outerOpen = isByTo ? index.openIn : index.openOut;
  const innerOpen = isByTo ? index.openOut : index.openIn;
  const outer = listOpen(outerOpen, ranks);
  if (isDescending) outer.reverse();
  const innerLists = createInnerLists(index, listOpen(innerOpen, ranks), conditions, isByTo);
  const taken = listTaken(index, isByTo);

  /** Where pairs of each outer node begin. */
  const starts = new Float64Array(outer.length + 1);
  const skipped = outer.map((node) => {
    const inner = innerLists(node);
    const positions = (taken.get(node) ?? []).flatMap((other) => inner.positions.get(other) ?? []);
    return positions.sort((a, b) => a - b);
  });
  outer.forEach((node, at) => {
    starts[at + 1] = starts[at]! + innerLists(node).nodes.length - skipped[at]!.length;
  });

  return {
    count: starts[outer.length]!,
    at: (position) => {
      let low = 0;
      let high = outer.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (starts[middle]! <= position) low = middle;
        else high = middle - 1;
      }
      const node = outer[low]!;
      let inside = position - starts[low]!;
      for (const gap of skipped[low]!) if (gap <= inside) inside += 1;
      const other = innerLists(node).nodes[inside]!;
      return isByTo ? { from: other, to: node } : { from: node, to: other };
    },
  };
}

const listOpen = (open: Uint8Array, { nodes }: FlowRanks): number[] =>
  [...open.keys()].filter((node) => open[node] === 1).sort((a, b) => nodes[a]! - nodes[b]!);

interface InnerList {
  readonly nodes: readonly number[];
  readonly positions: ReadonlyMap<number, number>;
}

/** The other ends that an outer node can have; few different lists, since only sets of nodes are asked for. */
function createInnerLists(
  { snapshot }: FlowIndex,
  inner: readonly number[],
  conditions: readonly EndCondition[],
  isByTo: boolean,
): (outer: number) => InnerList {
  const outside = snapshot.workloads.length;
  const lists = new Map<string, InnerList>();
  return (outer) => {
    /** Which conditions the outer end leaves to the inner one; null: it fails one alone. */
    const left = conditions.map(({ nodes, direction }) => {
      const meets = nodes[outer] === 1;
      const isOwn = direction === (isByTo ? 'to' : 'from');
      if (isOwn) return meets ? 'met' : 'failed';
      return direction === 'either' && meets ? 'met' : 'open';
    });
    const key = `${left.join()} ${outer >= outside}`;
    let list = lists.get(key);
    if (list === undefined) {
      const nodes = left.includes('failed')
        ? []
        : inner.filter(
            (node) =>
              !(outer >= outside && node >= outside) &&
              conditions.every((condition, at) => left[at] === 'met' || condition.nodes[node] === 1),
          );
      list = { nodes, positions: new Map(nodes.map((node, at) => [node, at])) };
      lists.set(key, list);
    }
    return list;
  };
}

/** By outer node: ends of open pairs that the table says something else of, and the node itself where it is one pod. */
function listTaken(
  { snapshot: { flows }, openOut, openIn, meetsItself }: FlowIndex,
  isByTo: boolean,
): Map<number, number[]> {
  const taken = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const [outer, inner] = isByTo ? [to, from] : [from, to];
    const known = taken.get(outer);
    if (known === undefined) taken.set(outer, [inner]);
    else known.push(inner);
  };
  const hasOwnRow = new Set<number>();
  for (let row = 0; row < flows.length; row += 1) {
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    if (openOut[from] !== 1 || openIn[to] !== 1) continue;
    add(from, to);
    if (from === to) hasOwnRow.add(from);
  }
  meetsItself.forEach((meets, node) => {
    if (meets === 0 && !hasOwnRow.has(node)) add(node, node);
  });
  return taken;
}
