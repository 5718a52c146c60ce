import type { PairEdge } from './PairEdge.ts';

/** Pairs by key, in order of first appearance; those without a key are `single`. */
export function groupPairs(
  pairs: readonly PairEdge[],
  keyOf: (pair: PairEdge) => string | null,
): { readonly single: readonly PairEdge[]; readonly groups: readonly (readonly [PairEdge, ...PairEdge[]])[] } {
  const single: PairEdge[] = [];
  const groups = new Map<string, [PairEdge, ...PairEdge[]]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const group = key === null ? undefined : groups.get(key);
    if (key === null) single.push(pair);
    else if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return { single, groups: [...groups.values()] };
}
