import { formatIpRanges } from '../net/formatIpSet.ts';
import { lastIpv4, lastIpv6 } from '../net/ipAlgebra.ts';
import type { AddressIntervals } from '../net/IpSet.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { AddressSetId } from './compilePolicies.ts';
import type { ExternalEndpoint } from './Connectivity.ts';
import { formatExternalLabel } from './formatExternalLabel.ts';
import type { MentionedAddresses } from './formatExternalLabel.ts';

/** IPv4 and IPv6, cut into classes by every ipBlock that the policies mention. */
export interface AddressSpace {
  /** Disjoint, together everything, by first range: IPv4 before IPv6, ascending. */
  readonly externals: readonly ExternalEndpoint[];
  /** Per external, the mentioned sets that contain it, ascending. */
  readonly setsOf: readonly (readonly AddressSetId[])[];
  /** The position in `externals` of the class that has the address. */
  findExternal(address: IpAddress): number;
}

type Family = 'v4' | 'v6';

interface Piece {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
  readonly sets: readonly number[];
}

/** Walks one family's addresses from the first to the last, starting a piece wherever a set begins or ends. */
const cutFamily = (family: Family, last: bigint, sets: readonly AddressIntervals[]): Piece[] => {
  const changes = new Map<bigint, { readonly opens: number[]; readonly closes: number[] }>();
  const changeAt = (address: bigint) => {
    const change = changes.get(address) ?? { opens: [], closes: [] };
    changes.set(address, change);
    return change;
  };
  changeAt(0n);
  sets.forEach((intervals, set) => {
    for (const [from, to] of intervals) {
      changeAt(from).opens.push(set);
      if (to < last) changeAt(to + 1n).closes.push(set);
    }
  });
  const starts = [...changes.keys()].sort((a, b) => (a < b ? -1 : 1));
  const open = new Set<number>();
  return starts.map((first, i) => {
    const { opens, closes } = changes.get(first)!;
    closes.forEach((set) => open.delete(set));
    opens.forEach((set) => open.add(set));
    const next = starts[i + 1];
    const ids = [...open].sort((a, b) => a - b);
    return { family, first, last: next === undefined ? last : next - 1n, sets: ids };
  });
};

interface AddressClass {
  readonly index: number;
  readonly sets: readonly number[];
  readonly addresses: Record<Family, [bigint, bigint][]>;
}

const append = (intervals: [bigint, bigint][], { first, last }: Piece): void => {
  const before = intervals.at(-1);
  // Pieces come in ascending order; two neighbours may have the same sets (one block ends where an equal one begins).
  if (before !== undefined && before[1] + 1n === first) before[1] = last;
  else intervals.push([first, last]);
};

/** Labels are for people, ids tell endpoints apart; still, no two of them may read the same. */
const withDistinctLabels = (externals: readonly ExternalEndpoint[]): ExternalEndpoint[] => {
  const count = new Map<string, number>();
  for (const { label } of externals) count.set(label, (count.get(label) ?? 0) + 1);
  return externals.map((external) =>
    count.get(external.label) === 1 ? external : { ...external, label: `${external.label}: ${external.ranges[0]}…` },
  );
};

/** Cuts the address space by every ipBlock of the policies' rules, by number, and merges what no policy tells apart. */
export const computeAddressSpace = (mentions: ReadonlyMap<AddressSetId, MentionedAddresses>): AddressSpace => {
  const numbers = [...mentions.keys()];
  const mentioned = numbers.map((number) => mentions.get(number)!);
  const pieces = {
    v4: cutFamily(
      'v4',
      lastIpv4,
      mentioned.map(({ addresses }) => addresses.v4),
    ),
    v6: cutFamily(
      'v6',
      lastIpv6,
      mentioned.map(({ addresses }) => addresses.v6),
    ),
  };

  const classes = new Map<string, AddressClass>();
  const classOf = (piece: Piece): number => {
    const key = piece.sets.join(',');
    const known = classes.get(key) ?? { index: classes.size, sets: piece.sets, addresses: { v4: [], v6: [] } };
    append(known.addresses[piece.family], piece);
    classes.set(key, known);
    return known.index;
  };
  const externalOf = { v4: pieces.v4.map(classOf), v6: pieces.v6.map(classOf) };

  const externals = [...classes.values()].map(({ index, sets, addresses }): ExternalEndpoint => {
    const ranges = formatIpRanges(addresses);
    const label = formatExternalLabel(
      addresses,
      sets.map((set) => mentioned[set]!),
    );
    return { index, id: `external:${ranges[0]}`, addresses, ranges, label };
  });

  // Pods are looked up by the hundred thousand; plain numbers hold any IPv4 address.
  const firsts = Float64Array.from(pieces.v4, ({ first }) => Number(first));
  const firsts6 = pieces.v6.map(({ first }) => first);
  return {
    externals: withDistinctLabels(externals),
    setsOf: [...classes.values()].map(({ sets }) => sets.map((set) => numbers[set]!).sort((a, b) => a - b)),
    findExternal: ({ family, value }) =>
      family === 'v4' ? externalOf.v4[findPiece(firsts, Number(value))]! : externalOf.v6[findPiece(firsts6, value)]!,
  };
};

/** The last piece that begins no later than the address; the first one begins with the lowest. */
const findPiece = <Value extends number | bigint>(firsts: ArrayLike<Value>, value: Value): number => {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};
