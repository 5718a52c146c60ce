import {
  equalIntervals,
  hasValue,
  intersectIntervals,
  normalizeIntervals,
  subtractIntervals,
  unionIntervals,
} from './intervals.ts';
import type { Steps } from './intervals.ts';
import type { IpSet } from './IpSet.ts';
import type { Cidr } from './parseCidr.ts';
import type { IpAddress } from './parseIpAddress.ts';

const steps: Steps<bigint> = { next: (address) => address + 1n, previous: (address) => address - 1n };

export const lastIpv4 = (1n << 32n) - 1n;
export const lastIpv6 = (1n << 128n) - 1n;

export const emptyIpSet: IpSet = { v4: [], v6: [] };

/** The whole of IPv4 and IPv6. */
export const everyAddress: IpSet = { v4: [[0n, lastIpv4]], v6: [[0n, lastIpv6]] };

/** An address range (both ends included) or a CIDR as a set. */
export const ipSetOf = (range: Pick<Cidr, 'family' | 'first' | 'last'>): IpSet => ({
  ...emptyIpSet,
  [range.family]: range.first <= range.last ? [[range.first, range.last]] : [],
});

export const unionIps = (a: IpSet, b: IpSet): IpSet => ({
  v4: unionIntervals(a.v4, b.v4, steps),
  v6: unionIntervals(a.v6, b.v6, steps),
});

/** All of the blocks as one set, in time for very many. */
export const uniteCidrs = (cidrs: readonly Pick<Cidr, 'family' | 'first' | 'last'>[]): IpSet => {
  const of = (family: Cidr['family']) =>
    normalizeIntervals(
      cidrs.filter((cidr) => cidr.family === family).map(({ first, last }) => [first, last] as const),
      steps,
    );
  return { v4: of('v4'), v6: of('v6') };
};

export const intersectIps = (a: IpSet, b: IpSet): IpSet => ({
  v4: intersectIntervals(a.v4, b.v4),
  v6: intersectIntervals(a.v6, b.v6),
});

/** What is in `a` and not in `b`. */
export const subtractIps = (a: IpSet, b: IpSet): IpSet => ({
  v4: subtractIntervals(a.v4, b.v4, steps),
  v6: subtractIntervals(a.v6, b.v6, steps),
});

export const isEmptyIpSet = (set: IpSet): boolean => set.v4.length === 0 && set.v6.length === 0;

export const equalIpSets = (a: IpSet, b: IpSet): boolean => equalIntervals(a.v4, b.v4) && equalIntervals(a.v6, b.v6);

export const hasAddress = (set: IpSet, address: IpAddress): boolean => hasValue(set[address.family], address.value);

/** Whether every address of `inner` is in `outer`. */
export const containsIps = (outer: IpSet, inner: IpSet): boolean => isEmptyIpSet(subtractIps(inner, outer));

/** The same text for equal sets and only for those: a key for maps. */
export const toIpKey = (set: IpSet): string =>
  [set.v4, set.v6].map((list) => list.map(([first, last]) => `${first}-${last}`).join(',')).join('|');
