import { isMappedIpv4, parseWrittenAddress } from './parseIpAddress.ts';

/** A CIDR block as an address interval. */
export interface Cidr {
  readonly family: 'v4' | 'v6';
  readonly first: bigint;
  readonly last: bigint;
  /** The mask length as written; for `::ffff:10.0.0.0/104` it counts in 128 bits although the family is v4. */
  readonly prefix: number;
}

/**
 * Reads a CIDR as the API server's ParseCIDRSloppy does: leading zeros and host bits are fine, a missing or too long
 * mask is not; null when it is none (docs/semantics). An IPv4-mapped block of mask 96 or longer is IPv4.
 */
export const parseCidr = (text: string): Cidr | null => {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = parseWrittenAddress(text.slice(0, slash));
  const mask = text.slice(slash + 1);
  if (address === null || !/^[0-9]+$/.test(mask)) return null;
  const prefix = Number(mask);
  const width = address.family === 'v4' ? 32 : 128;
  if (prefix > width) return null;
  const hostBits = BigInt(width - prefix);
  const first = (address.value >> hostBits) << hostBits;
  const last = first + (1n << hostBits) - 1n;
  if (address.family === 'v6' && isMappedIpv4(first) && isMappedIpv4(last)) {
    return { family: 'v4', first: first & 0xffffffffn, last: last & 0xffffffffn, prefix };
  }
  return { family: address.family, first, last, prefix };
};
