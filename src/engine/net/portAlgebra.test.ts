import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPortSet } from './formatPortSet.ts';
import {
  emptyPortSet,
  equalPortSets,
  everyPort,
  hasPort,
  intersectPorts,
  isEmptyPortSet,
  portSetOf,
  subtractPorts,
  toPortKey,
  toPortSet,
  unionPorts,
} from './portAlgebra.ts';
import { protocols } from './PortSet.ts';
import type { PortSet } from './PortSet.ts';
import { toPortJson } from './toPortJson.ts';

const seed = 20_240_601;

/** Few ports near both ends, so that intervals often touch, overlap and meet the limits. */
const port = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 65525, max: 65535 }));
const interval = fc.tuple(port, port).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const intervals = fc.array(interval, { maxLength: 5 });
const portSet = fc.record({ TCP: intervals, UDP: intervals, SCTP: intervals }).map(toPortSet);

const probes = [0, 1, 2, 3, 5, 8, 11, 12, 13, 40000, 65524, 65525, 65530, 65534, 65535, 65536];
const members = (set: PortSet): string[] =>
  protocols.flatMap((protocol) =>
    probes.filter((probe) => hasPort(set, protocol, probe)).map((probe) => `${protocol} ${probe}`),
  );

const law = (...args: [...fc.Arbitrary<PortSet>[], (...sets: PortSet[]) => void]) => {
  const check = args.at(-1) as (...sets: PortSet[]) => void;
  const arbitraries = args.slice(0, -1) as fc.Arbitrary<PortSet>[];
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (sets) => check(...sets)),
    { seed, numRuns: 300 },
  );
};

describe('the algebra of port sets', () => {
  it('has the members of either set in a union, of both in an intersection, of the first only in a difference', () => {
    law(portSet, portSet, (a, b) => {
      const inA = new Set(members(a));
      const inB = new Set(members(b));
      expect(members(unionPorts(a, b)).sort()).toEqual([...new Set([...inA, ...inB])].sort());
      expect(members(intersectPorts(a, b))).toEqual([...inA].filter((member) => inB.has(member)));
      expect(members(subtractPorts(a, b))).toEqual([...inA].filter((member) => !inB.has(member)));
    });
  });

  it('keeps every result in normal form: sorted, disjoint, not adjacent, within 1-65535', () => {
    law(portSet, portSet, (a, b) => {
      for (const set of [unionPorts(a, b), intersectPorts(a, b), subtractPorts(a, b)]) {
        for (const protocol of protocols) {
          let before = -1;
          for (const [first, last] of set[protocol]) {
            expect(first).toBeGreaterThan(before + 1);
            expect(last).toBeGreaterThanOrEqual(first);
            before = last;
          }
          expect(before).toBeLessThanOrEqual(65535);
        }
      }
    });
  });

  it('does not depend on order or grouping', () => {
    law(portSet, portSet, portSet, (a, b, c) => {
      expect(unionPorts(a, b)).toEqual(unionPorts(b, a));
      expect(intersectPorts(a, b)).toEqual(intersectPorts(b, a));
      expect(unionPorts(unionPorts(a, b), c)).toEqual(unionPorts(a, unionPorts(b, c)));
      expect(intersectPorts(intersectPorts(a, b), c)).toEqual(intersectPorts(a, intersectPorts(b, c)));
      expect(intersectPorts(a, unionPorts(b, c))).toEqual(unionPorts(intersectPorts(a, b), intersectPorts(a, c)));
    });
  });

  it('splits a set into what another has and what it has not', () => {
    law(portSet, portSet, (a, b) => {
      expect(unionPorts(intersectPorts(a, b), subtractPorts(a, b))).toEqual(a);
      expect(isEmptyPortSet(intersectPorts(subtractPorts(a, b), b))).toBe(true);
      expect(subtractPorts(everyPort, subtractPorts(everyPort, a))).toEqual(a);
    });
  });

  it('takes nothing and everything as neutral elements', () => {
    law(portSet, (a) => {
      expect(unionPorts(a, emptyPortSet)).toEqual(a);
      expect(intersectPorts(a, everyPort)).toEqual(a);
      expect(intersectPorts(a, emptyPortSet)).toEqual(emptyPortSet);
      expect(unionPorts(a, everyPort)).toEqual(everyPort);
    });
  });

  it('gives equal sets the same key and different sets different ones', () => {
    law(portSet, portSet, (a, b) => {
      expect(toPortKey(a) === toPortKey(b)).toBe(equalPortSets(a, b));
    });
  });
});

describe('port sets', () => {
  it('merges overlapping and adjacent intervals and drops what is no port', () => {
    expect(
      toPortSet({
        TCP: [
          [81, 90],
          [0, 0],
          [80, 80],
          [85, 100],
          [65530, 70000],
        ],
      }),
    ).toEqual({
      TCP: [
        [80, 100],
        [65530, 65535],
      ],
      UDP: [],
      SCTP: [],
    });
  });

  it('makes one port, a range, or all ports of a protocol', () => {
    expect(portSetOf('TCP', 1).TCP).toEqual([[1, 1]]);
    expect(portSetOf('UDP', 53).UDP).toEqual([[53, 53]]);
    expect(portSetOf('SCTP', 10, 20).SCTP).toEqual([[10, 20]]);
    expect(portSetOf('TCP').TCP).toEqual([[1, 65535]]);
  });

  it('reads as words', () => {
    expect(
      formatPortSet(
        unionPorts(
          toPortSet({
            TCP: [
              [443, 443],
              [80, 80],
            ],
          }),
          portSetOf('UDP', 53),
        ),
      ),
    ).toBe('TCP 80, 443 · UDP 53');
    expect(formatPortSet(portSetOf('TCP', 8000, 8010))).toBe('TCP 8000-8010');
    expect(formatPortSet(portSetOf('UDP'))).toBe('every UDP port');
    expect(formatPortSet(everyPort)).toBe('every port');
    expect(formatPortSet(emptyPortSet)).toBe('no port');
  });

  it('leaves protocols without ports out of the JSON form', () => {
    expect(toPortJson(portSetOf('TCP', 8080))).toEqual({ TCP: [[8080, 8080]] });
    expect(toPortJson(everyPort)).toEqual({ TCP: [[1, 65535]], UDP: [[1, 65535]], SCTP: [[1, 65535]] });
    expect(toPortJson(emptyPortSet)).toEqual({});
  });
});
