import type { PairEdge } from './PairEdge.ts';

export type PairGroup = readonly [PairEdge, ...PairEdge[]];

export interface PairGroups {
  /** Pairs without a key. */
  readonly single: readonly PairEdge[];
  /** In order of first appearance. A pair that is alone with its key stands for itself: most are, and a list for each would be felt. */
  readonly groups: readonly (PairEdge | PairGroup)[];
}

/** Pairs by key; `keyOf` gives -1 for those without one. */
export function groupPairs(pairs: readonly PairEdge[], keyOf: (pair: PairEdge) => number): PairGroups {
  const single: PairEdge[] = [];
  const groups = new Map<number, PairEdge | [PairEdge, ...PairEdge[]]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    if (key < 0) {
      single.push(pair);
      continue;
    }
    const known = groups.get(key);
    if (known === undefined) groups.set(key, pair);
    else if (isGroup(known)) known.push(pair);
    else groups.set(key, [known, pair]);
  }
  return { single, groups: [...groups.values()] };
}

export const isGroup = <Group extends PairGroup>(one: PairEdge | Group): one is Group => Array.isArray(one);

export const pairsOf = (one: PairEdge | PairGroup): PairGroup => (isGroup(one) ? one : [one]);

/** The pairs again, groups of several replaced by what `join` makes of them. */
export function joinGroups(
  { single, groups }: PairGroups,
  join: (group: PairGroup) => readonly PairEdge[],
): readonly PairEdge[] {
  const joined = [...single];
  for (const one of groups) {
    if (!isGroup(one)) joined.push(one);
    else for (const pair of join(one)) joined.push(pair);
  }
  return joined;
}
