import fc from 'fast-check';
import { readNaiveCidr } from '../naiveAddress.ts';

/** Nested, adjacent, disjoint, with host bits, of both families; the addresses of pods and nodes are inside some of them. */
const cidrs = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.0.0.0/24',
  '10.0.0.77/24',
  '10.0.0.0/25',
  '10.0.0.128/25',
  '10.0.0.4/30',
  '10.0.0.5/32',
  '10.0.0.6/32',
  '172.18.0.0/16',
  '172.18.0.2/32',
  '203.0.113.0/24',
  '255.255.255.255/32',
  '::/0',
  'fd00::/8',
  'fd00::/64',
  'fd00::5/128',
  'fd00:0:0:1::/64',
  '2001:DB8::/32',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128',
];

const isStrictlyInside = (inner: string, outer: string): boolean => {
  const a = readNaiveCidr(inner);
  const b = readNaiveCidr(outer);
  const isInside = a.first.family === b.first.family && a.first.value >= b.first.value && a.last.value <= b.last.value;
  return isInside && (a.first.value !== b.first.value || a.last.value !== b.last.value);
};

const exceptsOf = (cidr: string): fc.Arbitrary<readonly string[] | null | undefined> => {
  const inside = cidrs.filter((inner) => isStrictlyInside(inner, cidr));
  return fc.oneof(fc.constantFrom(undefined, null, []), fc.subarray(inside, { maxLength: Math.min(3, inside.length) }));
};

export const ipBlock = fc
  .constantFrom(...cidrs)
  .chain((cidr) => fc.record({ cidr: fc.constant(cidr), except: exceptsOf(cidr) }));

export const podAddresses: fc.Arbitrary<readonly string[]> = fc.oneof(
  { arbitrary: fc.constant([]), weight: 1 },
  { arbitrary: fc.subarray(['10.0.0.5'], { minLength: 1 }), weight: 1 },
  {
    arbitrary: fc.uniqueArray(
      fc.constantFrom(
        '10.0.0.4',
        '10.0.0.5',
        '10.0.0.6',
        '10.0.0.127',
        '10.0.0.128',
        '10.0.1.0',
        '10.1.0.9',
        '11.0.0.0',
      ),
      { minLength: 1, maxLength: 2 },
    ),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(
      fc.constantFrom('10.0.0.5', '10.0.0.200', '10.0.9.9'),
      fc.constantFrom('fd00::5', 'fd00::6', 'fd00:0:0:1::5', 'FD00:0:0:2:0::'),
    ),
    weight: 2,
  },
  { arbitrary: fc.constantFrom(['fd00::5'], ['2001:db8::7'], ['fe80::1']), weight: 1 },
);

export const nodeAddress: fc.Arbitrary<string> = fc.constantFrom('172.18.0.2', '172.18.0.3');
