import type { IpSet } from '../net/IpSet.ts';
import type { Sides } from './DiffSide.ts';

/** Addresses that are in the same part on both sides. */
export interface RefinedAddresses {
  /** Positions of the parts. */
  readonly before: number;
  readonly after: number;
  readonly addresses: IpSet;
}

type Family = 'v4' | 'v6';
type Interval = readonly [first: bigint, last: bigint];

/**
 * The common refinement of two ways to cut all addresses into parts: the non-empty intersections of one part of each.
 * Each side's parts are disjoint and cover the same addresses. By first address, IPv4 before IPv6.
 */
export const refineAddresses = (sides: Sides<readonly IpSet[]>): readonly RefinedAddresses[] => {
  const found = new Map<string, { before: number; after: number; v4: Interval[]; v6: Interval[] }>();
  for (const family of ['v4', 'v6'] as const) {
    for (const { before, after, interval } of cutFamily(sides, family)) {
      const key = `${before} ${after}`;
      const known = found.get(key) ?? { before, after, v4: [], v6: [] };
      const last = known[family].at(-1);
      // Neighbours of the same two parts meet where some other part of the same set begins or ends.
      if (last !== undefined && last[1] + 1n === interval[0]) known[family].splice(-1, 1, [last[0], interval[1]]);
      else known[family].push(interval);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ before, after, v4, v6 }) => ({ before, after, addresses: { v4, v6 } }));
};

/** Walks both sides' intervals in step. */
function* cutFamily(sides: Sides<readonly IpSet[]>, family: Family) {
  const old = sortIntervals(sides.before, family);
  const now = sortIntervals(sides.after, family);
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    const a = old[i]!;
    const b = now[j]!;
    const first = a.first > b.first ? a.first : b.first;
    const last = a.last < b.last ? a.last : b.last;
    if (first <= last) yield { before: a.part, after: b.part, interval: [first, last] as const };
    if (a.last === last) i += 1;
    if (b.last === last) j += 1;
  }
}

const sortIntervals = (parts: readonly IpSet[], family: Family) =>
  parts
    .flatMap((set, part) => set[family].map(([first, last]) => ({ part, first, last })))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
