import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyPortSet,
  everyPort,
  intersectPorts,
  portSetOf,
  subtractPorts,
  toPortSet,
  unionPorts,
} from './portAlgebra.ts';
import { createPortSetTable, emptyPortSetId, everyPortId } from './PortSetTable.ts';

describe('a table of port sets', () => {
  it('knows no port and every port by fixed numbers', () => {
    const table = createPortSetTable();
    expect(table.intern(emptyPortSet)).toBe(emptyPortSetId);
    expect(table.intern(everyPort)).toBe(everyPortId);
  });

  it('gives equal sets one number', () => {
    const table = createPortSetTable();
    const web = table.intern(portSetOf('TCP', 80));
    expect(table.intern(toPortSet({ TCP: [[80, 80]] }))).toBe(web);
    expect(table.intern(portSetOf('UDP', 80))).not.toBe(web);
    expect(table.get(web)).toEqual(portSetOf('TCP', 80));
  });

  it('computes with numbers as the algebra does with sets', () => {
    const port = fc.integer({ min: 1, max: 6 });
    const set = fc
      .record({
        TCP: fc.array(fc.tuple(port, port)),
        UDP: fc.constantFrom([], [[1, 65535] as const]),
        SCTP: fc.constantFrom([], [[1, 65535] as const]),
      })
      .map(toPortSet);
    const table = createPortSetTable();
    fc.assert(
      fc.property(fc.oneof(set, fc.constant(everyPort)), fc.oneof(set, fc.constant(emptyPortSet)), (a, b) => {
        const [idA, idB] = [table.intern(a), table.intern(b)];
        for (const [x, y, setX, setY] of [
          [idA, idB, a, b],
          [idB, idA, b, a],
        ] as const) {
          expect(table.get(table.union(x, y))).toEqual(unionPorts(setX, setY));
          expect(table.get(table.intersect(x, y))).toEqual(intersectPorts(setX, setY));
          expect(table.get(table.subtract(x, y))).toEqual(subtractPorts(setX, setY));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
