import { describe, expect, it } from 'vitest';
import { clusterRows } from './clusterRows.ts';

const bits = (text: string): Uint32Array => {
  const row = new Uint32Array(Math.ceil(text.length / 32));
  [...text].forEach((sign, at) => {
    if (sign === '1') row[at >>> 5]! |= 1 << (at & 31);
  });
  return row;
};

describe('clustering', () => {
  const a = bits('11110000');
  const nearA = bits('11100000');
  const b = bits('00001111');
  const nearB = bits('00001110');

  it('puts like rows next to each other', () => {
    const order = clusterRows([a, b, nearA, nearB]);
    const pairs = [order.slice(0, 2), order.slice(2)].map((pair) => pair.toSorted());
    expect(pairs.toSorted((x, y) => x[0]! - y[0]!)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('keeps equal rows together in the order they came in', () => {
    const order = clusterRows([a, b, a, nearB, a]);
    const places = [0, 2, 4].map((row) => order.indexOf(row));
    expect(places.map((place) => place - places[0]!)).toEqual([0, 1, 2]);
  });

  it('gives every row once, and the same order for the same rows', () => {
    const rows = Array.from({ length: 900 }, (_, at) => bits((at * 2654435761).toString(2).padStart(64, '0')));
    const order = clusterRows(rows);
    expect(order.toSorted((x, y) => x - y)).toEqual(rows.map((_, at) => at));
    expect(clusterRows(rows)).toEqual(order);
  });

  it('knows no rows', () => {
    expect(clusterRows([])).toEqual([]);
    expect(clusterRows([bits('0'), bits('0')])).toEqual([0, 1]);
  });
});
