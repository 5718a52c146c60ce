import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlowCollector } from './createFlowCollector.ts';
import type { FlowRows } from './FlowColumns.ts';

type Row = readonly [from: number, to: number, ports: number, partial: number, uncertain: number, byRule: number];

const collect = (rows: readonly Row[], endCount: number, limit?: number): FlowRows => {
  const collector = createFlowCollector(endCount, limit);
  for (const row of rows) collector.add(...row);
  return collector.finish();
};

const listRows = ({ length, from, to, ports, partial, uncertain, byRule }: FlowRows): readonly Row[] =>
  Array.from({ length }, (_, at) => [from[at]!, to[at]!, ports[at]!, partial[at]!, uncertain[at]!, byRule[at]!]);

const rowArbitrary = (highest: number): fc.Arbitrary<Row> => {
  const number = fc.nat(highest);
  return fc.tuple(number, number, number, fc.oneof(fc.constant(0), number), number, fc.nat(1));
};

const byFrom = (rows: readonly Row[]): readonly Row[] => rows.toSorted(([a], [b]) => a - b);

describe('collecting rows of flows', () => {
  it.each([
    ['few numbers', 5],
    ['as many as fit in 16 bits', 2 ** 16 - 1],
    ['more than that', 2 ** 16],
    ['many more', 2 ** 20],
  ])('gives back what was put in: %s', (_, highest) => {
    fc.assert(
      fc.property(fc.array(rowArbitrary(highest)).map(byFrom), (rows) => {
        expect(listRows(collect(rows, highest + 1))).toEqual(rows);
      }),
    );
  });

  it('keeps rows in order over several chunks', () => {
    const rows = Array.from({ length: 200_000 }, (_, at): Row => [Math.floor(at / 7), at % 7, at % 3, 0, at % 2, 1]);
    expect(listRows(collect(rows, 30_000))).toEqual(rows);
  });

  it('takes two bytes for a number where that is enough, else four', () => {
    const [narrow, wide] = [2 ** 16, 2 ** 16 + 1].map((ends) => collect([[1, 2, 3, 0, 0, 1]], ends));
    expect(narrow?.to).toBeInstanceOf(Uint16Array);
    expect(wide?.to).toBeInstanceOf(Uint32Array);
    expect(collect([[0, 0, 2 ** 16, 0, 0, 1]], 1).ports).toBeInstanceOf(Uint32Array);
  });

  it('counts the rows beyond its limit', () => {
    const rows: Row[] = [1, 2, 3].map((to) => [0, to, 1, 0, 0, 1]);
    const collected = collect(rows, 4, 2);
    expect(listRows(collected)).toEqual(rows.slice(0, 2));
    expect(collected.omitted).toBe(1);
  });
});
