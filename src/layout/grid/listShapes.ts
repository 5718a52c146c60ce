import type { Size } from '../Layout.ts';
import type { GridShape, GridTask } from './GridTask.ts';
import type { GridSeed } from './seedCells.ts';

/**
 * How much larger than its items the screen must be that shows all of it: emptiness and a bad shape at once. What fits a
 * screen at full size hardly counts.
 */
export function shapeCost({ sizes, spacing }: Pick<GridTask, 'sizes' | 'spacing'>, { width, height }: Size): number {
  const used = sizes.reduce((sum, size) => sum + (size.width + spacing.x) * (size.height + spacing.y), 0);
  const screen = Math.max((width + spacing.beside + spacing.x) / spacing.aspect, height + spacing.y);
  const fits = width + spacing.beside <= spacing.fits && height <= spacing.fits / spacing.aspect;
  return (fits ? 0.3 : 1.2) * Math.log((screen ** 2 * spacing.aspect) / Math.max(1, used));
}

/** The most promising shapes; lines leave room for empty cells. */
export function listShapes(task: GridTask, seed: GridSeed, count: number): readonly GridShape[] {
  const items = task.sizes.length;
  const mean = (of: (size: Size) => number): number => task.sizes.reduce((sum, size) => sum + of(size), 0) / items;
  const across = mean(({ width }) => width) + task.spacing.x;
  const down = mean(({ height }) => height) + task.spacing.y;
  const shapes = new Map<string, GridShape>();
  const add = (columns: number, rows: number): void => {
    if (columns * rows >= items) shapes.set(`${columns} ${rows}`, { columns, rows });
  };
  const tallest = Math.ceil(Math.sqrt(items)) * 3;
  for (let rows = 1; rows <= Math.min(items, tallest); rows += 1) {
    const columns = Math.ceil(items / rows);
    add(columns, Math.ceil(items / columns));
    if (seed.connected > 2) add(columns, Math.ceil(items / columns) + 1);
  }
  const { natural } = seed;
  if (natural.columns * natural.rows <= items * 2.5) {
    add(natural.columns, Math.max(natural.rows, Math.ceil(items / natural.columns)));
  }
  const costOf = ({ columns, rows }: GridShape): number => {
    const shape = shapeCost(task, {
      width: columns * across - task.spacing.x,
      height: rows * down - task.spacing.y,
    });
    // With fewer columns than ranks lines turn back or run down their own column.
    return shape + (0.5 * Math.max(0, natural.columns - columns)) / Math.max(natural.columns, 3);
  };
  return [...shapes.values()]
    .map((shape) => ({ shape, cost: costOf(shape) }))
    .sort((a, b) => a.cost - b.cost || a.shape.columns - b.shape.columns)
    .slice(0, count)
    .map(({ shape }) => shape);
}
