/** An IP address as a number with its family. IPv4-mapped IPv6 addresses are IPv4, as in Go's net package. */
export interface NaiveAddress {
  family: 4 | 6;
  value: bigint;
}

const fromIpv4 = (text: string): bigint =>
  text.split('.').reduce((value, part) => value * 256n + BigInt(Number.parseInt(part, 10)), 0n);

const groupsOf = (text: string): bigint[] =>
  text === ''
    ? []
    : text.split(':').flatMap((group) => {
        if (!group.includes('.')) return [BigInt(`0x${group}`)];
        const value = fromIpv4(group);
        return [value >> 16n, value & 0xffffn];
      });

/** Reads a valid IPv4 or IPv6 address. */
export const readNaiveAddress = (text: string): NaiveAddress => {
  if (!text.includes(':')) return { family: 4, value: fromIpv4(text) };
  const [head = '', tail] = text.split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array<bigint>(8 - before.length - after.length).fill(0n);
  const value = [...before, ...zeros, ...after].reduce((sum, group) => sum * 65536n + group, 0n);
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
};

/** First and last address of a CIDR; its host bits do not count. */
export const readNaiveCidr = (text: string): { first: NaiveAddress; last: NaiveAddress } => {
  const [address = '', prefix = ''] = text.split('/');
  const { family, value } = readNaiveAddress(address);
  const isMapped = family === 4 && address.includes(':');
  const length = Number.parseInt(prefix, 10) - (isMapped ? 96 : 0);
  const size = 1n << BigInt((family === 4 ? 32 : 128) - length);
  const first = value - (value % size);
  return { first: { family, value: first }, last: { family, value: first + size - 1n } };
};

/** Whether a CIDR contains an address; never across families. */
export const isInCidr = (address: NaiveAddress, cidr: string): boolean => {
  const { first, last } = readNaiveCidr(cidr);
  return address.family === first.family && address.value >= first.value && address.value <= last.value;
};

/** A text that reads back as the same address; IPv6 in eight groups. */
export const formatNaiveAddress = ({ family, value }: NaiveAddress): string => {
  const parts = family === 4 ? 4 : 8;
  const bits = family === 4 ? 8n : 16n;
  const groups = Array.from(
    { length: parts },
    (_, index) => (value >> (bits * BigInt(parts - 1 - index))) % (1n << bits),
  );
  return groups.map((group) => group.toString(family === 4 ? 10 : 16)).join(family === 4 ? '.' : ':');
};
