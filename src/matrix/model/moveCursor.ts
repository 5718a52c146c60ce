import type { MatrixPlace } from './MatrixFrame.ts';

export interface CursorKey {
  readonly key: string;
  /** Ctrl or ⌘. */
  readonly toTheEnd: boolean;
}

/** Where a key takes the cursor; null for keys that do not move it. Headers (-1) are part of the walk. */
export function moveCursor(
  { row, column }: MatrixPlace,
  { key, toTheEnd }: CursorKey,
  { count, page }: { readonly count: number; readonly page: number },
): MatrixPlace | null {
  const within = (at: number): number => Math.max(-1, Math.min(count - 1, at));
  switch (key) {
    case 'ArrowUp':
      return { row: toTheEnd ? Math.min(row, 0) : within(row - 1), column };
    case 'ArrowDown':
      return { row: toTheEnd ? count - 1 : within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: toTheEnd ? Math.min(column, 0) : within(column - 1) };
    case 'ArrowRight':
      return { row, column: toTheEnd ? count - 1 : within(column + 1) };
    case 'PageUp':
      return { row: Math.max(0, within(row - page)), column };
    case 'PageDown':
      return { row: within(row + page), column };
    case 'Home':
      return toTheEnd ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return toTheEnd ? { row: count - 1, column: count - 1 } : { row, column: count - 1 };
    default:
      return null;
  }
}
