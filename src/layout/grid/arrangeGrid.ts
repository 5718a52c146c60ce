import type { Point } from '../Layout.ts';
import { toArrangement, type Arrangement } from '../Arrangement.ts';
import type { Cells, GridShape, GridTask } from './GridTask.ts';
import { listShapes, shapeCost } from './listShapes.ts';
import { searchCells } from './searchCells.ts';
import { createSeed, seedCells } from './seedCells.ts';

export interface Grid extends Arrangement {
  readonly shape: GridShape;
  readonly cells: Cells;
}

/** How hard to search: so many shapes are tried, each for so many sweeps. */
export interface Effort {
  readonly shapes: number;
  readonly sweeps: number;
}

/** Items in aligned columns and rows, lines leading from left to right, in the shape that serves both best. */
export function arrangeGrid(task: GridTask, { shapes, sweeps }: Effort): Grid {
  const seed = createSeed(task);
  const lines = task.edges.reduce((sum, { weight }) => sum + weight, 0);
  let best: Grid | null = null;
  let bestCost = Infinity;
  for (const shape of listShapes(task, seed, shapes)) {
    const { cells, cost } = searchCells(task, shape, { start: seedCells(seed, shape), sweeps });
    const grid = placeCells(task, shape, cells);
    const perLine = lines === 0 ? 0 : cost / lines / (meanWidth(task) + task.spacing.x);
    const whole = shapeCost(task, grid.size) + perLine;
    if (whole < bestCost) [best, bestCost] = [grid, whole];
  }
  return best ?? { ...toArrangement([], []), shape: { columns: 0, rows: 0 }, cells: [] };
}

/** The same grid after its items have seen where their lines outside lead. */
export function rearrangeGrid(task: GridTask, { shape, cells }: Grid, sweeps: number): Grid {
  return placeCells(task, shape, searchCells(task, shape, { start: cells, sweeps }).cells);
}

const meanWidth = ({ sizes }: GridTask): number =>
  sizes.reduce((sum, { width }) => sum + width, 0) / Math.max(1, sizes.length);

/** Columns as wide and rows as high as the largest in them; without an item they take no room. */
function placeCells({ sizes, spacing }: GridTask, shape: GridShape, cells: Cells): Grid {
  const widths = new Array<number>(shape.columns).fill(0);
  const heights = new Array<number>(shape.rows).fill(0);
  cells.forEach((cell, item) => {
    const [column, row] = [Math.floor(cell / shape.rows), cell % shape.rows];
    widths[column] = Math.max(widths[column] ?? 0, sizes[item]?.width ?? 0);
    heights[row] = Math.max(heights[row] ?? 0, sizes[item]?.height ?? 0);
  });
  const xs = sumUp(widths, spacing.x);
  const ys = sumUp(heights, spacing.y);
  const places = cells.map((cell): Point => ({
    x: xs[Math.floor(cell / shape.rows)] ?? 0,
    y: ys[cell % shape.rows] ?? 0,
  }));
  return { ...toArrangement(places, sizes), shape, cells };
}

function sumUp(extents: readonly number[], gap: number): readonly number[] {
  let sum = 0;
  return extents.map((extent) => {
    const start = sum;
    if (extent > 0) sum += extent + gap;
    return start;
  });
}
