import type { PairEdge } from './PairEdge.ts';

/** Pairs by key, in order of first appearance; those with the key -1 are `single`. */
export function groupPairs(
  pairs: readonly PairEdge[],
  keyOf: (pair: PairEdge) => number,
): { readonly single: readonly PairEdge[]; readonly groups: readonly (readonly [PairEdge, ...PairEdge[]])[] } {
  const single: PairEdge[] = [];
  const groups = new Map<number, [PairEdge, ...PairEdge[]]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const group = key < 0 ? undefined : groups.get(key);
    if (key < 0) single.push(pair);
    else if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return { single, groups: [...groups.values()] };
}
