/** Edges between items by position; no loops, no repetition. */
export interface ItemEdge {
  readonly from: number;
  readonly to: number;
}

/**
 * A column for each item so that most edges lead from left to right: cycles are cut where they cost least (Eades, Lin and
 * Smyth, 1993), then every item stands one after its latest predecessor, and sources next to their first successor.
 */
export function rankItems(count: number, edges: readonly ItemEdge[]): number[] {
  const position = orderWithoutCycles(count, edges);
  const forward = edges.map(({ from, to }) =>
    (position[from] ?? 0) < (position[to] ?? 0) ? { from, to } : { from: to, to: from },
  );
  const inOrder = Array.from({ length: count }, (_, item) => item).sort(
    (a, b) => (position[a] ?? 0) - (position[b] ?? 0),
  );
  const incoming: number[][] = Array.from({ length: count }, () => []);
  const outgoing: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of forward) {
    incoming[to]?.push(from);
    outgoing[from]?.push(to);
  }
  const rank = new Array<number>(count).fill(0);
  for (const item of inOrder) {
    for (const before of incoming[item] ?? []) rank[item] = Math.max(rank[item] ?? 0, (rank[before] ?? 0) + 1);
  }
  for (const item of inOrder) {
    const after = outgoing[item] ?? [];
    if ((incoming[item] ?? []).length === 0 && after.length > 0) {
      rank[item] = Math.min(...after.map((other) => rank[other] ?? 0)) - 1;
    }
  }
  return rank;
}

/** Each item's place in an order that turns few edges around. */
function orderWithoutCycles(count: number, edges: readonly ItemEdge[]): number[] {
  const outgoing: Set<number>[] = Array.from({ length: count }, () => new Set());
  const incoming: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const { from, to } of edges) {
    outgoing[from]?.add(to);
    incoming[to]?.add(from);
  }
  const left = new Set(Array.from({ length: count }, (_, item) => item));
  const first: number[] = [];
  const last: number[] = [];
  const take = (item: number, into: number[]): void => {
    into.push(item);
    left.delete(item);
    for (const to of outgoing[item] ?? []) incoming[to]?.delete(item);
    for (const from of incoming[item] ?? []) outgoing[from]?.delete(item);
  };
  while (left.size > 0) {
    const sink = find(left, (item) => outgoing[item]?.size === 0);
    if (sink !== undefined) {
      take(sink, last);
      continue;
    }
    const source = find(left, (item) => incoming[item]?.size === 0);
    if (source !== undefined) {
      take(source, first);
      continue;
    }
    let best = -1;
    let bestScore = -Infinity;
    for (const item of left) {
      const score = (outgoing[item]?.size ?? 0) - (incoming[item]?.size ?? 0);
      if (score > bestScore) [best, bestScore] = [item, score];
    }
    take(best, first);
  }
  const position = new Array<number>(count).fill(0);
  [...first, ...last.reverse()].forEach((item, at) => (position[item] = at));
  return position;
}

function find(items: Iterable<number>, holds: (item: number) => boolean): number | undefined {
  for (const item of items) if (holds(item)) return item;
  return undefined;
}
