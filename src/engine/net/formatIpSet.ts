import type { IpSet } from './IpSet.ts';
import type { IpAddress } from './parseIpAddress.ts';

const formatIpv4 = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => ((value >> shift) & 0xffn).toString()).join('.');

/** The longest run of two or more zero groups, the first of equals (RFC 5952, section 4.2). */
const findZeroRun = (groups: readonly string[]): { readonly start: number; readonly length: number } => {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (end < groups.length && groups[end] === '0') end += 1;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
};

const formatIpv6 = (value: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const run = findZeroRun(groups);
  if (run.start < 0) return groups.join(':');
  return `${groups.slice(0, run.start).join(':')}::${groups.slice(run.start + run.length).join(':')}`;
};

/** `10.0.0.1`, or IPv6 as RFC 5952 writes it. */
export const formatIpAddress = (address: IpAddress): string =>
  address.family === 'v4' ? formatIpv4(address.value) : formatIpv6(address.value);

/** `first-last` of each interval, IPv4 before IPv6, ascending: the form of `ranges` in `flows --format json`. */
export const formatIpRanges = (set: IpSet): string[] =>
  (['v4', 'v6'] as const).flatMap((family) =>
    set[family].map(
      ([first, last]) => `${formatIpAddress({ family, value: first })}-${formatIpAddress({ family, value: last })}`,
    ),
  );

const formatCidrOf = (family: 'v4' | 'v6', first: bigint, last: bigint): string | null => {
  const size = last - first + 1n;
  // A block's size is a power of two and its start a multiple of it.
  if ((size & (size - 1n)) !== 0n || (first & (size - 1n)) !== 0n) return null;
  const width = family === 'v4' ? 32 : 128;
  return `${formatIpAddress({ family, value: first })}/${width - (size.toString(2).length - 1)}`;
};

/** Each interval for people: as CIDR when it is one, a single address bare, else `first-last`. */
export const formatIpIntervals = (set: IpSet): string[] =>
  (['v4', 'v6'] as const).flatMap((family) =>
    set[family].map(([first, last]) => {
      if (first === last) return formatIpAddress({ family, value: first });
      return (
        formatCidrOf(family, first, last) ??
        `${formatIpAddress({ family, value: first })}-${formatIpAddress({ family, value: last })}`
      );
    }),
  );

/** The set as one CIDR (`10.0.0.0/8`, `10.0.0.1/32`) when it is one; null otherwise. */
export const formatAsCidr = (set: IpSet): string | null => {
  const [family, intervals] = set.v4.length > 0 ? (['v4', set.v4] as const) : (['v6', set.v6] as const);
  const interval = intervals[0];
  if (interval === undefined || set.v4.length + set.v6.length !== 1) return null;
  return formatCidrOf(family, interval[0], interval[1]);
};
