/** A cell by position; row -1 is the row of headers. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid; null for keys that lead nowhere. `toTheEnd`: with Ctrl or ⌘. */
export function moveInGrid(
  { row, column }: GridPlace,
  { key, toTheEnd }: { readonly key: string; readonly toTheEnd: boolean },
  { rowCount, columnCount, page }: { readonly rowCount: number; readonly columnCount: number; readonly page: number },
): GridPlace | null {
  const lastRow = rowCount - 1;
  const lastColumn = columnCount - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: toTheEnd ? Math.min(row, 0) : Math.max(-1, row - 1), column };
    case 'ArrowDown':
      return { row: toTheEnd ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'PageUp':
      return { row: Math.max(Math.min(row, 0), row - page), column };
    case 'PageDown':
      return { row: Math.min(lastRow, row + page), column };
    case 'Home':
      return toTheEnd ? { row: Math.min(0, lastRow), column: 0 } : { row, column: 0 };
    case 'End':
      return toTheEnd ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
    default:
      return null;
  }
}
