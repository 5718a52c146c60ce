import { rankItems } from '../rankItems.ts';
import type { Cells, GridShape, GridTask } from './GridTask.ts';

/** Items in the order of their ranks, those without lines last. */
export interface GridSeed {
  readonly sequence: readonly number[];
  readonly rank: readonly number[];
  /** How many have lines. */
  readonly connected: number;
  /** As many columns as there are ranks, as many rows as the largest rank has. */
  readonly natural: GridShape;
}

export function createSeed({ sizes, edges, pulls }: GridTask): GridSeed {
  const rank = rankItems(sizes.length, edges);
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const lean = (item: number): number => Math.sign((pulls[item]?.right ?? 0) - (pulls[item]?.left ?? 0));
  const sequence = sizes
    .map((_, item) => item)
    .sort(
      (a, b) =>
        Number(!touched.has(a)) - Number(!touched.has(b)) ||
        (rank[a] ?? 0) - (rank[b] ?? 0) ||
        lean(a) - lean(b) ||
        a - b,
    );
  const inRank = new Map<number, number>();
  for (const item of touched) inRank.set(rank[item] ?? 0, (inRank.get(rank[item] ?? 0) ?? 0) + 1);
  return {
    sequence,
    rank,
    connected: touched.size,
    natural: { columns: Math.max(1, inRank.size), rows: Math.max(1, ...inRank.values()) },
  };
}

/** First cells: a column for each rank while there are enough of them, else columns filled in the order of ranks. */
export function seedCells({ sequence, rank, connected }: GridSeed, { columns, rows }: GridShape): Cells {
  const cells = new Array<number>(sequence.length).fill(0);
  const used = new Array<number>(columns).fill(0);
  const put = (item: number, column: number): void => {
    cells[item] = column * rows + (used[column] ?? 0);
    used[column] = (used[column] ?? 0) + 1;
  };
  let column = 0;
  sequence.slice(0, connected).forEach((item, at) => {
    const before = sequence[at - 1];
    const isNewRank = before !== undefined && rank[before] !== rank[item];
    // What is left must fit into the columns after this one.
    const mayTurn = (columns - column - 1) * rows >= connected - at;
    if ((used[column] ?? 0) >= rows || (isNewRank && mayTurn && (used[column] ?? 0) > 0)) column += 1;
    put(item, Math.min(column, columns - 1));
  });
  for (const item of sequence.slice(connected)) {
    let emptiest = 0;
    for (let other = 1; other < columns; other += 1) if ((used[other] ?? 0) < (used[emptiest] ?? 0)) emptiest = other;
    put(item, emptiest);
  }
  return cells;
}
