import { describe, expect, it } from 'vitest';
import { headerSize, originOf, placeAt, scrollTo, visibleColumns, visibleRows, zoomCell } from './MatrixFrame.ts';
import { moveCursor } from './moveCursor.ts';

const frame = {
  width: 500,
  height: 300,
  scrollX: 100,
  scrollY: 45,
  cell: 20,
  count: 2000,
  headWidth: 100,
  headHeight: 80,
};

describe('the window of the matrix', () => {
  it('shows only the rows and columns that fit', () => {
    expect(visibleRows(frame)).toEqual({ first: 2, end: 14 });
    expect(visibleColumns(frame)).toEqual({ first: 5, end: 25 });
  });

  it('finds the cell at a point, and the point of a cell', () => {
    expect(placeAt(frame, 100, 80)).toEqual({ row: 2, column: 5 });
    expect(placeAt(frame, 50, 80)).toEqual({ row: 2, column: -1 });
    expect(placeAt(frame, 50, 10)).toEqual({ row: -1, column: -1 });
    expect(originOf(frame, { row: 2, column: 5 })).toEqual({ x: 100, y: 75 });
    expect(placeAt({ ...frame, count: 3 }, 499, 290)).toBeNull();
  });

  it('scrolls no farther than it must', () => {
    expect(scrollTo(frame, { row: 5, column: 8 })).toEqual({ x: 100, y: 45 });
    expect(scrollTo(frame, { row: 0, column: 0 })).toEqual({ x: 0, y: 0 });
    expect(scrollTo(frame, { row: 1999, column: -1 })).toEqual({ x: 100, y: 2000 * 20 - 220 });
  });

  it('leaves half of a narrow window to the cells', () => {
    expect(headerSize({ width: 200, height: 100 }, 300).headWidth).toBeLessThanOrEqual(100);
    expect(headerSize({ width: 200, height: 100 }, 300).headHeight).toBeLessThanOrEqual(50);
  });

  it('zooms in steps, from any size', () => {
    expect([zoomCell(22, 1), zoomCell(22, -1), zoomCell(8, -1), zoomCell(36, 1), zoomCell(99, -1)]).toEqual([
      28, 18, 8, 36, 28,
    ]);
  });
});

describe('the cursor of the matrix', () => {
  const move = (key: string, place = { row: 0, column: 0 }, toTheEnd = false) =>
    moveCursor(place, { key, toTheEnd }, { count: 10, page: 4 });

  it('walks to the headers and not beyond', () => {
    expect(move('ArrowLeft')).toEqual({ row: 0, column: -1 });
    expect(move('ArrowUp', { row: -1, column: 3 })).toEqual({ row: -1, column: 3 });
    expect(move('ArrowDown', { row: 9, column: 3 })).toEqual({ row: 9, column: 3 });
  });

  it('jumps', () => {
    expect(move('PageDown', { row: 7, column: 3 })).toEqual({ row: 9, column: 3 });
    expect(move('End', { row: 7, column: 3 }, true)).toEqual({ row: 9, column: 9 });
    expect(move('Home', { row: 7, column: 3 })).toEqual({ row: 7, column: 0 });
    expect(move('x')).toBeNull();
  });
});
