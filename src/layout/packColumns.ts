import type { Point, Size } from './Layout.ts';
import { rankItems, type ItemEdge } from './rankItems.ts';
import { toArrangement, type Arrangement } from './Arrangement.ts';
import type { Spacing } from './spacing.ts';

/** Several sweeps settle the order inside the columns. */
const sweeps = 4;

/**
 * Items in columns, edges leading left to right: the ranks in sequence, cut into so many columns that the whole comes near
 * the wished aspect. Unlike a layered drawing it never becomes a strip, and it is fast for any number of edges.
 */
export function packColumns(sizes: readonly Size[], edges: readonly ItemEdge[], spacing: Spacing): Arrangement {
  const rank = rankItems(sizes.length, edges);
  const neighbours: number[][] = sizes.map(() => []);
  for (const { from, to } of edges) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const sequence = orderInRanks(rank, neighbours);
  let best: Arrangement | null = null;
  for (let count = 1; count <= Math.min(sizes.length, 24); count += 1) {
    const columns = cutIntoColumns(sequence, sizes, count, spacing.y);
    const arrangement = placeColumns(columns, { sizes, rank, neighbours, spacing });
    if (best === null || cost(arrangement, spacing) < cost(best, spacing)) best = arrangement;
  }
  return best ?? toArrangement([], []);
}

const cost = ({ size }: Arrangement, spacing: Spacing): number =>
  Math.abs(Math.log(size.width / size.height / spacing.aspect)) + 0.5 * Math.log(size.width * size.height);

/** By rank; inside a rank by the mean place of the neighbours. */
function orderInRanks(rank: readonly number[], neighbours: readonly (readonly number[])[]): number[] {
  let sequence = rank.map((_, item) => item).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const placeInRank = new Map<number, number>();
    let current = NaN;
    let place = 0;
    for (const item of sequence) {
      if (rank[item] !== current) [current, place] = [rank[item] ?? 0, 0];
      placeInRank.set(item, place);
      place += 1;
    }
    const wish = rank.map((_, item) =>
      mean(
        (neighbours[item] ?? []).map((other) => placeInRank.get(other) ?? 0),
        placeInRank.get(item) ?? 0,
      ),
    );
    sequence = [...sequence].sort(
      (a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || (wish[a] ?? 0) - (wish[b] ?? 0) || a - b,
    );
  }
  return sequence;
}

const mean = (values: readonly number[], otherwise: number): number =>
  values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Cuts the sequence into at most `count` columns with the lowest greatest height. */
function cutIntoColumns(sequence: readonly number[], sizes: readonly Size[], count: number, gap: number): number[][] {
  const heights = sequence.map((item) => sizes[item]?.height ?? 0);
  let low = Math.max(...heights);
  let high = heights.reduce((sum, height) => sum + height + gap, 0);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(sequence, heights, middle, gap).length <= count) high = middle;
    else low = middle;
  }
  return fill(sequence, heights, high, gap);
}

function fill(sequence: readonly number[], heights: readonly number[], limit: number, gap: number): number[][] {
  const columns: number[][] = [];
  let used = Infinity;
  sequence.forEach((item, at) => {
    const height = heights[at] ?? 0;
    if (used + gap + height > limit) {
      columns.push([]);
      used = -gap;
    }
    columns.at(-1)?.push(item);
    used += gap + height;
  });
  return columns;
}

function placeColumns(
  columns: number[][],
  {
    sizes,
    rank,
    neighbours,
    spacing,
  }: {
    readonly sizes: readonly Size[];
    readonly rank: readonly number[];
    readonly neighbours: readonly (readonly number[])[];
    readonly spacing: Spacing;
  },
): Arrangement {
  const places: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
  const heightOf = (column: readonly number[]): number =>
    column.reduce((sum, item) => sum + (sizes[item]?.height ?? 0) + spacing.y, -spacing.y);
  const height = Math.max(...columns.map(heightOf));
  const stack = (column: readonly number[], x: number): void => {
    let y = (height - heightOf(column)) / 2;
    for (const item of column) {
      places[item] = { x, y };
      y += (sizes[item]?.height ?? 0) + spacing.y;
    }
  };
  const middle = (item: number): number => (places[item]?.y ?? 0) + (sizes[item]?.height ?? 0) / 2;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let x = 0;
    for (const column of columns) {
      if (sweep > 0) {
        const wish = new Map(column.map((item) => [item, mean((neighbours[item] ?? []).map(middle), middle(item))]));
        // A column can hold several ranks: then flows lead from its top to its bottom.
        column.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a - b);
      }
      stack(column, x);
      x += Math.max(...column.map((item) => sizes[item]?.width ?? 0)) + spacing.x;
    }
  }
  return toArrangement(places, sizes);
}
