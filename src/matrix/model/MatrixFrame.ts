/** The window onto the matrix, in CSS px. Headers stand still at the left and at the top; cells scroll under them. */
export interface MatrixFrame {
  readonly width: number;
  readonly height: number;
  readonly scrollX: number;
  readonly scrollY: number;
  readonly cell: number;
  /** Rows, and columns. */
  readonly count: number;
  readonly headWidth: number;
  readonly headHeight: number;
}

/** A cell by position; -1 is the header, both -1 the corner. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

/** Steps of zoom. */
export const cellSizes = [8, 11, 14, 18, 22, 28, 36] as const;

/** From this size on names are written at every row and column, else where there is room. */
export const readableCell = 14;

export function zoomCell(cell: number, steps: 1 | -1): number {
  const at = cellSizes.findIndex((size) => size >= cell);
  return cellSizes[Math.min(cellSizes.length - 1, Math.max(0, (at < 0 ? cellSizes.length - 1 : at) + steps))]!;
}

/** Headers leave at least half of a narrow window to the cells. */
export function headerSize(
  { width, height }: Pick<MatrixFrame, 'width' | 'height'>,
  longestName: number,
): Pick<MatrixFrame, 'headWidth' | 'headHeight'> {
  const wish = Math.min(240, Math.max(120, Math.ceil(longestName) + 52));
  return {
    headWidth: Math.round(Math.min(wish, width * 0.45)),
    headHeight: Math.round(Math.min(wish - 24, 150, height * 0.42)),
  };
}

/** Size of the whole sheet that scrolls. */
export const sheetSize = ({ headWidth, headHeight, count, cell }: MatrixFrame) => ({
  width: headWidth + count * cell,
  height: headHeight + count * cell,
});

export interface Span {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

export const visibleRows = ({ height, headHeight, scrollY, cell, count }: MatrixFrame): Span =>
  toSpan(scrollY, height - headHeight, cell, count);

export const visibleColumns = ({ width, headWidth, scrollX, cell, count }: MatrixFrame): Span =>
  toSpan(scrollX, width - headWidth, cell, count);

const toSpan = (scroll: number, room: number, cell: number, count: number): Span => ({
  first: Math.max(0, Math.min(count, Math.floor(scroll / cell))),
  end: Math.max(0, Math.min(count, Math.ceil((scroll + Math.max(0, room)) / cell))),
});

/** What is at a point of the window; null beyond the last row or column. */
export function placeAt(frame: MatrixFrame, x: number, y: number): MatrixPlace | null {
  const column = x < frame.headWidth ? -1 : Math.floor((x - frame.headWidth + frame.scrollX) / frame.cell);
  const row = y < frame.headHeight ? -1 : Math.floor((y - frame.headHeight + frame.scrollY) / frame.cell);
  return row >= frame.count || column >= frame.count ? null : { row, column };
}

/** Where a cell's corner is in the window. */
export const originOf = (frame: MatrixFrame, { row, column }: MatrixPlace): { x: number; y: number } => ({
  x: column < 0 ? 0 : frame.headWidth + column * frame.cell - frame.scrollX,
  y: row < 0 ? 0 : frame.headHeight + row * frame.cell - frame.scrollY,
});

/** The nearest scroll position at which a cell is in view. */
export function scrollTo(frame: MatrixFrame, { row, column }: MatrixPlace): { x: number; y: number } {
  const nearest = (scroll: number, at: number, room: number): number =>
    at < 0 ? scroll : Math.min(at * frame.cell, Math.max(scroll, (at + 1) * frame.cell - room));
  return {
    x: nearest(frame.scrollX, column, frame.width - frame.headWidth),
    y: nearest(frame.scrollY, row, frame.height - frame.headHeight),
  };
}
