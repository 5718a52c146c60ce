import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAsCidr, formatIpAddress, formatIpIntervals, formatIpRanges } from './formatIpSet.ts';
import {
  containsIps,
  emptyIpSet,
  equalIpSets,
  everyAddress,
  hasAddress,
  intersectIps,
  ipSetOf,
  isEmptyIpSet,
  subtractIps,
  toIpKey,
  unionIps,
} from './ipAlgebra.ts';
import type { IpSet } from './IpSet.ts';
import { parseCidr } from './parseCidr.ts';
import { parseIpAddress } from './parseIpAddress.ts';

const block = (cidr: string): IpSet => ipSetOf(parseCidr(cidr)!);
const address = (text: string) => parseIpAddress(text)!;

const cidrText = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 20, max: 32 }))
    .map(([byte, mask]) => `10.0.0.${byte}/${mask}`),
  fc
    .tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 108, max: 128 }))
    .map(([group, mask]) => `fd00::${group.toString(16)}/${mask}`),
  fc.constantFrom('0.0.0.0/0', '::/0', '255.255.255.255/32', '0.0.0.0/32'),
);
const ipSet = fc.array(cidrText, { maxLength: 4 }).map((cidrs) => cidrs.map(block).reduce(unionIps, emptyIpSet));
const probes = [
  '0.0.0.0',
  '9.255.255.255',
  '10.0.0.0',
  '10.0.0.1',
  '10.0.0.127',
  '10.0.0.128',
  '10.0.0.255',
  '255.255.255.255',
  '::',
  'fd00::',
  'fd00::1',
  'fd00::ffff',
].map(address);
const members = (set: IpSet): boolean[] => probes.map((probe) => hasAddress(set, probe));
const options = { seed: 1961, numRuns: 300 };

describe('the algebra of address sets', () => {
  it('decides membership of union, intersection and difference address by address', () => {
    fc.assert(
      fc.property(ipSet, ipSet, (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(unionIps(a, b))).toEqual(inA.map((is, i) => is || inB[i]!));
        expect(members(intersectIps(a, b))).toEqual(inA.map((is, i) => is && inB[i]!));
        expect(members(subtractIps(a, b))).toEqual(inA.map((is, i) => is && !inB[i]!));
      }),
      options,
    );
  });

  it('obeys the laws of sets', () => {
    fc.assert(
      fc.property(ipSet, ipSet, ipSet, (a, b, c) => {
        expect(unionIps(a, b)).toEqual(unionIps(b, a));
        expect(unionIps(unionIps(a, b), c)).toEqual(unionIps(a, unionIps(b, c)));
        expect(intersectIps(a, unionIps(b, c))).toEqual(unionIps(intersectIps(a, b), intersectIps(a, c)));
        expect(unionIps(intersectIps(a, b), subtractIps(a, b))).toEqual(a);
        expect(subtractIps(everyAddress, subtractIps(everyAddress, a))).toEqual(a);
        expect(containsIps(unionIps(a, b), a)).toBe(true);
        expect(containsIps(a, b)).toBe(equalIpSets(unionIps(a, b), a));
        expect(toIpKey(a) === toIpKey(b)).toBe(equalIpSets(a, b));
      }),
      options,
    );
  });

  it('is empty only without addresses', () => {
    expect(isEmptyIpSet(emptyIpSet)).toBe(true);
    expect(isEmptyIpSet(subtractIps(block('10.0.0.0/8'), block('0.0.0.0/0')))).toBe(true);
    expect(isEmptyIpSet(block('::1/128'))).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.000.0.08', '10.0.0.8'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7.8.9.10', '1:2:3:4:5:6:708:90a'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::ffff:a00:1', '10.0.0.1'],
  ])('%s is %s', (text, expected) => {
    expect(formatIpAddress(address(text))).toBe(expected);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.1.2',
    '10.0.0.-1',
    ' 10.0.0.1',
    '10.0.0.a',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'fe80::1%eth0',
    '10.0.0.1::',
    '::10.0.0.1:1',
    'g::',
  ])('%j is none', (text) => {
    expect(parseIpAddress(text)).toBeNull();
  });
});

describe('a CIDR', () => {
  it.each([
    ['10.0.0.0/8', '10.0.0.0-10.255.255.255'],
    ['192.168.1.5/24', '192.168.1.0-192.168.1.255'],
    ['010.0.0.0/08', '10.0.0.0-10.255.255.255'],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
    ['10.1.2.3/32', '10.1.2.3-10.1.2.3'],
    ['fd00::/8', 'fd00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::/0', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::ffff:10.0.0.0/104', '10.0.0.0-10.255.255.255'],
  ])('%s covers %s', (text, range) => {
    expect(formatIpRanges(block(text))).toEqual([range]);
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0/8',
    '::/129',
    '10.0.0.0/8/8',
    'fe80::%eth0/64',
    '/8',
    '10.0.0.0/ 8',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeNull();
  });

  it('is recognised in a set', () => {
    expect(formatAsCidr(block('10.1.2.3/16'))).toBe('10.1.0.0/16');
    expect(formatAsCidr(block('10.1.2.3/32'))).toBe('10.1.2.3/32');
    expect(formatAsCidr(block('::/0'))).toBe('::/0');
    expect(formatAsCidr(unionIps(block('10.0.0.0/25'), block('10.0.0.128/25')))).toBe('10.0.0.0/24');
    expect(formatAsCidr(unionIps(block('10.0.0.128/25'), block('10.0.1.0/25')))).toBeNull();
    expect(formatAsCidr(unionIps(block('10.0.0.0/8'), block('fd00::/8')))).toBeNull();
    expect(formatAsCidr(emptyIpSet)).toBeNull();
  });

  it('stands among the intervals of a set as people write them', () => {
    const set = unionIps(
      subtractIps(block('10.0.0.0/24'), block('10.0.0.0/32')),
      unionIps(block('10.9.0.0/16'), block('fd00::7/128')),
    );
    expect(formatIpIntervals(set)).toEqual(['10.0.0.1-10.0.0.255', '10.9.0.0/16', 'fd00::7']);
  });
});
