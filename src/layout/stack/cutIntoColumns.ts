import type { Size } from '../Layout.ts';

/**
 * Cuts the sequence into at most `count` columns with the lowest greatest height. The first `connected` of it keep their
 * order; each of the others ends the column that is the shortest then.
 */
export function cutIntoColumns(
  sequence: readonly number[],
  sizes: readonly Size[],
  { count, gap, connected }: { readonly count: number; readonly gap: number; readonly connected: number },
): number[][] {
  const heights = sequence.map((item) => sizes[item]?.height ?? 0);
  let low = heights.reduce((highest, height) => Math.max(highest, height), 0);
  let high = heights.reduce((sum, height) => sum + height + gap, 0);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(sequence, heights, { limit: middle, gap }).length <= count) high = middle;
    else low = middle;
  }
  const columns = fill(sequence.slice(0, connected), heights, { limit: high, gap });
  while (columns.length < count && connected < sequence.length) columns.push([]);
  const heightOf = (item: number): number => (sizes[item]?.height ?? 0) + gap;
  const used = columns.map((column) => column.reduce((sum, item) => sum + heightOf(item), 0));
  for (const item of sequence.slice(connected).sort((a, b) => heightOf(b) - heightOf(a) || a - b)) {
    const shortest = used.reduce((best, height, column) => (height < (used[best] ?? 0) ? column : best), 0);
    columns[shortest]?.push(item);
    used[shortest] = (used[shortest] ?? 0) + heightOf(item);
  }
  return columns;
}

function fill(
  sequence: readonly number[],
  heights: readonly number[],
  { limit, gap }: { readonly limit: number; readonly gap: number },
): number[][] {
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
