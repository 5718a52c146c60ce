import type { Size } from '../Layout.ts';
import type { ItemEdge } from '../rankItems.ts';
import type { Spacing } from '../spacing.ts';

export interface StackTask {
  readonly sizes: readonly Size[];
  readonly edges: readonly ItemEdge[];
  readonly spacing: Spacing;
}

/** Columns of items, each from the top down. They change while a search goes on. */
export interface Stacks {
  readonly columns: number[][];
  readonly columnOf: Int32Array;
  /** Centres of items from the middle of the picture, and of columns. */
  readonly y: Float64Array;
  readonly x: Float64Array;
  readonly heights: Float64Array;
}

export function createStacks(task: StackTask, columns: readonly (readonly number[])[]): Stacks {
  const stacks: Stacks = {
    columns: columns.map((column) => [...column]),
    columnOf: new Int32Array(task.sizes.length),
    y: new Float64Array(task.sizes.length),
    x: new Float64Array(columns.length),
    heights: new Float64Array(columns.length),
  };
  columns.forEach((_, column) => restack(task, stacks, column));
  spreadColumns(task, stacks);
  return stacks;
}

/** Items of a column beneath each other, the middle of them at 0. */
export function restack(
  { sizes, spacing }: StackTask,
  { columns, columnOf, y, heights }: Stacks,
  column: number,
): void {
  const items = columns[column] ?? [];
  let height = items.length === 0 ? 0 : -spacing.y;
  for (const item of items) height += (sizes[item]?.height ?? 0) + spacing.y;
  heights[column] = height;
  let top = -height / 2;
  for (const item of items) {
    const own = sizes[item]?.height ?? 0;
    columnOf[item] = column;
    y[item] = top + own / 2;
    top += own + spacing.y;
  }
}

/** Columns beside each other, each as wide as the widest in it. */
export function spreadColumns({ sizes, spacing }: StackTask, { columns, x }: Stacks): void {
  let left = 0;
  columns.forEach((items, column) => {
    const width = items.reduce((widest, item) => Math.max(widest, sizes[item]?.width ?? 0), 0);
    x[column] = left + width / 2;
    if (items.length > 0) left += width + spacing.x;
  });
}
