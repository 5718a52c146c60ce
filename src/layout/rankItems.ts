/** Edges between items by position; no loops, no repetition. */
export interface ItemEdge {
  readonly from: number;
  readonly to: number;
  /** How many lines it stands for. */
  readonly weight: number;
}

/**
 * A column for each item so that most edges lead from left to right: cycles are cut where they cost least (Eades, Lin and
 * Smyth, 1993), then every item stands one after its latest predecessor, and who reaches more than it is reached from next
 * to its first successor.
 */
export function rankItems(count: number, edges: readonly ItemEdge[]): number[] {
  const order = orderWithoutCycles(count, edges);
  const position = new Array<number>(count).fill(0);
  order.forEach((item, at) => (position[item] = at));
  const incoming: number[][] = Array.from({ length: count }, () => []);
  const outgoing: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of edges) {
    const isForward = (position[from] ?? 0) < (position[to] ?? 0);
    const [first, second] = isForward ? [from, to] : [to, from];
    incoming[second]?.push(first);
    outgoing[first]?.push(second);
  }
  const rank = new Array<number>(count).fill(0);
  for (const item of order) {
    for (const before of incoming[item] ?? []) rank[item] = Math.max(rank[item] ?? 0, (rank[before] ?? 0) + 1);
  }
  for (const item of order.toReversed()) {
    const after = outgoing[item] ?? [];
    if (after.length > (incoming[item] ?? []).length) {
      rank[item] = after.reduce((least, other) => Math.min(least, rank[other] ?? 0), Infinity) - 1;
    }
  }
  return rank;
}

/** An order of all items that turns few edges around. */
function orderWithoutCycles(count: number, edges: readonly ItemEdge[]): readonly number[] {
  const outgoing: ItemEdge[][] = Array.from({ length: count }, () => []);
  const incoming: ItemEdge[][] = Array.from({ length: count }, () => []);
  const excess = new Array<number>(count).fill(0);
  const outLeft = new Array<number>(count).fill(0);
  const inLeft = new Array<number>(count).fill(0);
  for (const edge of edges) {
    outgoing[edge.from]?.push(edge);
    incoming[edge.to]?.push(edge);
    outLeft[edge.from] = (outLeft[edge.from] ?? 0) + 1;
    inLeft[edge.to] = (inLeft[edge.to] ?? 0) + 1;
    excess[edge.from] = (excess[edge.from] ?? 0) + edge.weight;
    excess[edge.to] = (excess[edge.to] ?? 0) - edge.weight;
  }
  const taken = new Array<boolean>(count).fill(false);
  const sinks: number[] = [];
  const sources: number[] = [];
  for (let item = count - 1; item >= 0; item -= 1) {
    if (outLeft[item] === 0) sinks.push(item);
    else if (inLeft[item] === 0) sources.push(item);
  }
  const first: number[] = [];
  const last: number[] = [];
  const take = (item: number, into: number[]): void => {
    into.push(item);
    taken[item] = true;
    for (const { to, weight } of outgoing[item] ?? []) {
      inLeft[to] = (inLeft[to] ?? 0) - 1;
      excess[to] = (excess[to] ?? 0) + weight;
      if (inLeft[to] === 0) sources.push(to);
    }
    for (const { from, weight } of incoming[item] ?? []) {
      outLeft[from] = (outLeft[from] ?? 0) - 1;
      excess[from] = (excess[from] ?? 0) - weight;
      if (outLeft[from] === 0) sinks.push(from);
    }
  };
  let rest = Array.from({ length: count }, (_, item) => item);
  for (;;) {
    const sink = sinks.pop();
    if (sink !== undefined) {
      if (!taken[sink]) take(sink, last);
      continue;
    }
    const source = sources.pop();
    if (source !== undefined) {
      if (!taken[source]) take(source, first);
      continue;
    }
    rest = rest.filter((item) => !taken[item]);
    let best = rest[0];
    if (best === undefined) break;
    for (const item of rest) if ((excess[item] ?? 0) > (excess[best] ?? 0)) best = item;
    take(best, first);
  }
  return [...first, ...last.reverse()];
}
