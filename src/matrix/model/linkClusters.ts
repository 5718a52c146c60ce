interface Cluster {
  /** Leaves in the order they will stand. */
  leaves: readonly number[];
}

/**
 * Agglomerative clustering with average linkage, by nearest-neighbour chains (O(n²)): the leaves in an order in which
 * neighbours are near. Two clusters are joined at the ends that are nearest to each other.
 */
export function linkClusters(distances: readonly Float64Array[]): readonly number[] {
  const count = distances.length;
  if (count === 0) return [];
  const between = distances.map((row) => row.slice());
  const clusters: (Cluster | null)[] = distances.map((_, leaf) => ({ leaves: [leaf] }));
  const chain: number[] = [];
  for (let left = count; left > 1;) {
    if (chain.length === 0) chain.push(clusters.findIndex((cluster) => cluster !== null));
    const top = chain.at(-1)!;
    const nearest = findNearest(between[top]!, clusters, top, chain.at(-2) ?? -1);
    if (nearest !== chain.at(-2)) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [into, gone] = top < nearest ? [top, nearest] : [nearest, top];
    merge(between, clusters, into, gone, distances);
    left -= 1;
  }
  return clusters.find((cluster) => cluster !== null)!.leaves;
}

/** Prefers the one before in the chain when it is as near, or chains would not end. */
function findNearest(row: Float64Array, clusters: readonly (Cluster | null)[], own: number, before: number): number {
  let best = before;
  for (let at = 0; at < clusters.length; at += 1) {
    if (at === own || clusters[at] === null) continue;
    if (best === -1 || row[at]! < row[best]!) best = at;
  }
  return best;
}

function merge(
  between: readonly Float64Array[],
  clusters: (Cluster | null)[],
  into: number,
  gone: number,
  distances: readonly Float64Array[],
): void {
  const a = clusters[into]!.leaves;
  const b = clusters[gone]!.leaves;
  clusters[into] = { leaves: joinLeaves(a, b, distances) };
  clusters[gone] = null;
  for (let other = 0; other < clusters.length; other += 1) {
    if (other === into || clusters[other] === null) continue;
    const mean = (between[into]![other]! * a.length + between[gone]![other]! * b.length) / (a.length + b.length);
    between[into]![other] = mean;
    between[other]![into] = mean;
  }
}

function joinLeaves(a: readonly number[], b: readonly number[], distances: readonly Float64Array[]): readonly number[] {
  const choices = [
    { gap: distances[a.at(-1)!]![b[0]!]!, flipA: false, flipB: false },
    { gap: distances[a.at(-1)!]![b.at(-1)!]!, flipA: false, flipB: true },
    { gap: distances[a[0]!]![b[0]!]!, flipA: true, flipB: false },
    { gap: distances[a[0]!]![b.at(-1)!]!, flipA: true, flipB: true },
  ];
  const best = choices.reduce((nearest, choice) => (choice.gap < nearest.gap ? choice : nearest));
  return [...(best.flipA ? a.toReversed() : a), ...(best.flipB ? b.toReversed() : b)];
}
