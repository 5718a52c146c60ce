import { createGridCost, type GridCost } from './GridCost.ts';
import type { Cells, GridShape, GridTask } from './GridTask.ts';

/** A gain below this is none: rounding must not decide. */
const least = 0.01;

/** Grids of no more cells are searched whole, larger ones around the place an item wishes. */
const smallGrid = 48;

/**
 * Moves items to better cells, one after another, changing places with whom stands there, until nothing gets better or
 * `sweeps` are over. Gives the cells and what the lines cost in the end.
 */
export function searchCells(
  task: GridTask,
  shape: GridShape,
  { start, sweeps }: { readonly start: Cells; readonly sweeps: number },
): { readonly cells: Cells; readonly cost: number } {
  const cost = createGridCost(task, shape);
  start.forEach((cell, item) => cost.put(item, cell));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let moved = false;
    for (let item = 0; item < start.length; item += 1) if (improve(item, cost, shape)) moved = true;
    if (!moved) break;
  }
  return { cells: [...cost.cellOf], cost: cost.total() };
}

function improve(item: number, cost: GridCost, shape: GridShape): boolean {
  const { cellOf, itemAt } = cost;
  const home = cellOf[item] ?? 0;
  const before = cost.of(item);
  let best = home;
  let bestGain = least;
  for (const cell of candidates(item, cost, shape)) {
    if (cell === home) continue;
    const other = itemAt[cell] ?? -1;
    const otherBefore = other === -1 ? 0 : cost.of(other);
    exchange(cost, home, cell);
    const gain = before + otherBefore - cost.of(item) - (other === -1 ? 0 : cost.of(other));
    exchange(cost, home, cell);
    if (gain > bestGain) [best, bestGain] = [cell, gain];
  }
  if (best === home) return false;
  exchange(cost, home, best);
  return true;
}

function exchange(cost: GridCost, a: number, b: number): void {
  const inA = cost.itemAt[a]!;
  const inB = cost.itemAt[b]!;
  cost.put(inB, a);
  cost.put(inA, b);
}

function candidates(item: number, cost: GridCost, { columns, rows }: GridShape): readonly number[] {
  const cells: number[] = [];
  if (columns * rows <= smallGrid) {
    for (let cell = 0; cell < columns * rows; cell += 1) cells.push(cell);
    return cells;
  }
  const wish = cost.wish(item);
  if (wish === null) return cells;
  const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, Math.round(at)));
  const [column, row] = [within(wish.column, columns), within(wish.row, rows)];
  for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c += 1) {
    for (let r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r += 1) cells.push(c * rows + r);
  }
  return cells;
}
