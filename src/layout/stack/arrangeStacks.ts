import { toArrangement, type Arrangement } from '../Arrangement.ts';
import type { Effort } from '../grid/arrangeGrid.ts';
import { shapeCost } from '../grid/listShapes.ts';
import { createSeed } from '../grid/seedCells.ts';
import type { Point } from '../Layout.ts';
import { cutIntoColumns } from './cutIntoColumns.ts';
import { searchStacks } from './searchStacks.ts';
import { settleColumn } from '../settleColumn.ts';
import { createStacks, type Stacks, type StackTask } from './Stacks.ts';

/** A column may be so much higher than it must: room to put items where their lines are short. */
const leeway = 1.06;

/** Items of different sizes in columns, lines leading from left to right, in the shape that serves both best. */
export function arrangeStacks(task: StackTask, { shapes, sweeps }: Effort): Arrangement {
  const { sizes, edges, spacing } = task;
  const seed = createSeed({ ...task, pulls: [] });
  const lines = edges.reduce((sum, { weight }) => sum + weight, 0);
  const across = sizes.reduce((sum, { width }) => sum + width, 0) / Math.max(1, sizes.length) + spacing.x;
  const cuts = Array.from({ length: Math.min(sizes.length, 80) }, (_, at) => {
    const columns = cutIntoColumns(seed.sequence, sizes, { count: at + 1, gap: spacing.y, connected: seed.connected });
    const stacks = createStacks(task, columns);
    return { columns, cost: shapeCost(task, placeStacks(task, stacks).size) };
  })
    .sort((a, b) => a.cost - b.cost || a.columns.length - b.columns.length)
    .slice(0, shapes);
  let best: Arrangement | null = null;
  let bestCost = Infinity;
  for (const { columns } of cuts) {
    const stacks = createStacks(task, columns);
    const limit = Math.max(...stacks.heights) * leeway;
    const cost = searchStacks(task, stacks, { limit, sweeps });
    const arrangement = settle(task, stacks);
    const whole = shapeCost(task, arrangement.size) + (lines === 0 ? 0 : cost / lines / across);
    if (whole < bestCost) [best, bestCost] = [arrangement, whole];
  }
  return best ?? toArrangement([], []);
}

/** Items slide up and down in the room their column leaves them, towards those they have lines to. */
function settle(task: StackTask, stacks: Stacks): Arrangement {
  const { sizes, edges, spacing } = task;
  const { columns, y, heights } = stacks;
  const tallest = Math.max(...heights);
  const neighbours: { other: number; weight: number }[][] = sizes.map(() => []);
  for (const { from, to, weight } of edges) {
    neighbours[from]?.push({ other: to, weight });
    neighbours[to]?.push({ other: from, weight });
  }
  for (let sweep = 0; sweep < 3; sweep += 1) {
    for (const column of columns) {
      const items = column.map((item) => {
        const lines = neighbours[item] ?? [];
        const sum = lines.reduce((total, { weight }) => total + weight, 0);
        const mean = lines.reduce((total, { other, weight }) => total + weight * (y[other] ?? 0), 0) / sum;
        const height = sizes[item]?.height ?? 0;
        return { height, wish: (sum === 0 ? (y[item] ?? 0) : mean) - height / 2 };
      });
      const tops = settleColumn(items, { gap: spacing.y, top: -tallest / 2, bottom: tallest / 2 });
      column.forEach((item, at) => (y[item] = (tops[at] ?? 0) + (sizes[item]?.height ?? 0) / 2));
    }
  }
  return placeStacks(task, stacks);
}

function placeStacks({ sizes, spacing }: StackTask, { columns, y }: Stacks): Arrangement {
  const places: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
  let left = 0;
  for (const column of columns) {
    if (column.length === 0) continue;
    for (const item of column) places[item] = { x: left, y: (y[item] ?? 0) - (sizes[item]?.height ?? 0) / 2 };
    left += column.reduce((widest, item) => Math.max(widest, sizes[item]?.width ?? 0), 0) + spacing.x;
  }
  return toArrangement(places, sizes);
}
