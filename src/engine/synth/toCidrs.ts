import type { IpSet } from '../net/IpSet.ts';
import { formatIpAddress } from '../net/formatIpSet.ts';

/** The fewest CIDRs that together are exactly the set: IPv4 before IPv6, ascending. Everything is `0.0.0.0/0` and `::/0`. */
export const toCidrs = (set: IpSet): readonly string[] =>
  (['v4', 'v6'] as const).flatMap((family) => {
    const width = family === 'v4' ? 32 : 128;
    return set[family].flatMap(([first, last]) => {
      const cidrs: string[] = [];
      for (let start = first; start <= last;) {
        const bits = findBlockBits(start, last - start + 1n, width);
        cidrs.push(`${formatIpAddress({ family, value: start })}/${width - bits}`);
        start += 1n << BigInt(bits);
      }
      return cidrs;
    });
  });

/** The most bits that a block may leave open: it begins at `start` and holds at most `size` addresses. */
function findBlockBits(start: bigint, size: bigint, width: number): number {
  let bits = 0;
  while (bits < width) {
    const block = 1n << BigInt(bits + 1);
    if (block > size || (start & (block - 1n)) !== 0n) break;
    bits += 1;
  }
  return bits;
}
