/** One address as an integer. IPv4-mapped IPv6 addresses (`::ffff:10.0.0.1`) are IPv4. */
export interface IpAddress {
  readonly family: 'v4' | 'v6';
  readonly value: bigint;
}

const parseIpv4 = (text: string): bigint | null => {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    // Leading zeros are decimal, as in ParseIPSloppy.
    if (!/^[0-9]+$/.test(part)) return null;
    const byte = Number(part);
    if (byte > 255) return null;
    value = value * 256n + BigInt(byte);
  }
  return value;
};

/** The 16-bit groups of one side of `::`; a dotted IPv4 tail counts as two. */
const parseGroups = (text: string, canEndInIpv4: { readonly tail: boolean }): number[] | null => {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [position, part] of parts.entries()) {
    if (part.includes('.')) {
      const tail = canEndInIpv4.tail && position === parts.length - 1 ? parseIpv4(part) : null;
      if (tail === null) return null;
      groups.push(Number(tail >> 16n), Number(tail & 0xffffn));
    } else {
      if (!/^[0-9a-fA-F]+$/.test(part) || part.length > 8) return null;
      const group = parseInt(part, 16);
      if (group > 0xffff) return null;
      groups.push(group);
    }
  }
  return groups;
};

const parseIpv6 = (text: string): bigint | null => {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = parseGroups(halves[0]!, { tail: halves.length === 1 });
  const tail = halves.length === 2 ? parseGroups(halves[1]!, { tail: true }) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  // `::` stands for at least one group.
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail];
  return groups.reduce((value, group) => value * 65536n + BigInt(group), 0n);
};

/**
 * An address in its written form, before IPv4-mapped ones are folded into IPv4: what a mask length counts in.
 * null when it is no address; zones (`fe80::1%eth0`) are not addresses of a policy.
 */
export const parseWrittenAddress = (text: string): IpAddress | null => {
  if (text.includes(':')) {
    const value = parseIpv6(text);
    return value === null ? null : { family: 'v6', value };
  }
  const value = parseIpv4(text);
  return value === null ? null : { family: 'v4', value };
};

const mappedPrefix = 0xffffn;

export const isMappedIpv4 = (value: bigint): boolean => value >> 32n === mappedPrefix;

/**
 * Reads an IPv4 or IPv6 address as the API server's ParseIPSloppy does (leading zeros are decimal, no zones);
 * null when it is none.
 */
export const parseIpAddress = (text: string): IpAddress | null => {
  const written = parseWrittenAddress(text);
  if (written?.family === 'v6' && isMappedIpv4(written.value)) {
    return { family: 'v4', value: written.value & 0xffffffffn };
  }
  return written;
};
