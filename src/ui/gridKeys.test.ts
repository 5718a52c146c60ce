import { describe, expect, it } from 'vitest';
import { moveInGrid } from './gridKeys.ts';

const size = { rowCount: 100, columnCount: 5, page: 10 };
const move = (key: string, place = { row: 0, column: 0 }, toTheEnd = false) =>
  moveInGrid(place, { key, toTheEnd }, size);

describe('keys in a grid', () => {
  it('walk through cells and up to the headers', () => {
    expect(move('ArrowUp')).toEqual({ row: -1, column: 0 });
    expect(move('ArrowUp', { row: -1, column: 2 })).toEqual({ row: -1, column: 2 });
    expect(move('ArrowRight', { row: 3, column: 4 })).toEqual({ row: 3, column: 4 });
    expect(move('ArrowDown', { row: -1, column: 2 })).toEqual({ row: 0, column: 2 });
  });

  it('jump by page and to the ends', () => {
    expect(move('PageDown', { row: 95, column: 1 })).toEqual({ row: 99, column: 1 });
    expect(move('PageUp', { row: 3, column: 1 })).toEqual({ row: 0, column: 1 });
    expect(move('End', { row: 3, column: 1 })).toEqual({ row: 3, column: 4 });
    expect(move('Home', { row: 3, column: 1 }, true)).toEqual({ row: 0, column: 0 });
    expect(move('x')).toBeNull();
  });

  it('stay at the headers of a grid without rows', () => {
    expect(moveInGrid({ row: -1, column: 0 }, { key: 'ArrowDown', toTheEnd: false }, { ...size, rowCount: 0 })).toEqual(
      {
        row: -1,
        column: 0,
      },
    );
  });
});
