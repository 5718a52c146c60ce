import { noPull, type GridShape, type GridTask } from './GridTask.ts';

/** What a line costs, in canvas units of length; the search weighs them against each other. */
const price = {
  /** A unit downwards disturbs more than one to the right. */
  height: 1.4,
  /** Leads from right to left. */
  back: 1800,
  /** Leads down or up in its own column. */
  same: 1200,
  /** Runs behind a card. */
  behind: 230,
  /** A line that leaves the grid, by unit to the rim it leaves by. */
  out: 0.35,
  /** The same, by card that it runs behind. */
  outBehind: 90,
  /** Settles ties: what has lines stands at the top, the rest at the bottom. */
  order: 0.6,
} as const;

/** In grids wider than this lines get so long that their direction must cost more to count. */
const wideGrid = 14;

/** With more items times lines, what the lines of others run behind is not counted; with more lines, nothing of it is. */
const closeLook = 4000;
const anyLook = 1000;

/** The cost of items in cells. `cellOf` and `itemAt` change by `put` while a search goes on; -1 is an empty cell. */
export interface GridCost {
  readonly cellOf: Int32Array;
  readonly itemAt: Int32Array;
  /** An item (-1: none) into a cell. */
  put(item: number, cell: number): void;
  /** Of an item where it stands now. */
  of(item: number): number;
  /** Of all lines, each counted once. */
  total(): number;
  /** The mean place of those it has lines to, in columns and rows; null without lines. */
  wish(item: number): { readonly column: number; readonly row: number } | null;
}

export function createGridCost({ sizes, edges, pulls, spacing }: GridTask, { columns, rows }: GridShape): GridCost {
  const count = sizes.length;
  const height = sizes.reduce((sum, size) => sum + size.height, 0) / Math.max(1, count);
  const across = sizes.reduce((sum, size) => sum + size.width, 0) / Math.max(1, count) + spacing.x;
  const down = height + spacing.y;
  /** Half a card's height in rows. */
  const half = height / 2 / down;
  const direction = Math.max(1, columns / wideGrid);
  const looksBehind = edges.length <= anyLook;
  const looksClosely = edges.length * count <= closeLook;
  const cellOf = new Int32Array(count).fill(-1);
  const columnOf = new Int32Array(count);
  const rowOf = new Int32Array(count);
  const itemAt = new Int32Array(columns * rows).fill(-1);
  const sources = Int32Array.from(edges, ({ from }) => from);
  const targets = Int32Array.from(edges, ({ to }) => to);
  const weights = Float64Array.from(edges, ({ weight }) => weight);
  const edgesOf: number[][] = sizes.map(() => []);
  edges.forEach(({ from, to }, edge) => {
    edgesOf[from]?.push(edge);
    edgesOf[to]?.push(edge);
  });

  const isTaken = (column: number, row: number): boolean => itemAt[column * rows + row] !== -1;
  const countInColumn = (column: number, first: number, end: number): number => {
    let found = 0;
    for (let row = first; row < end; row += 1) if (isTaken(column, row)) found += 1;
    return found;
  };
  const countInRow = (row: number, first: number, end: number): number => {
    let found = 0;
    for (let column = first; column < end; column += 1) if (isTaken(column, row)) found += 1;
    return found;
  };
  /** Cards that the straight line between two cells runs behind. */
  const countBehind = (c1: number, r1: number, c2: number, r2: number): number => {
    if (c1 > c2) return countBehind(c2, r2, c1, r1);
    if (c1 === c2) return countInColumn(c1, Math.min(r1, r2) + 1, Math.max(r1, r2));
    let found = 0;
    const slope = (r2 - r1) / (c2 - c1);
    for (let column = c1 + 1; column < c2; column += 1) {
      const at = r1 + slope * (column - c1);
      found += countInColumn(column, Math.ceil(at - half), Math.floor(at + half) + 1);
    }
    return found;
  };
  // Called a million times: no arrays are made on the way.
  const runsBehind = (edge: number, column: number, row: number): boolean => {
    const from = sources[edge]!;
    const to = targets[edge]!;
    const c1 = columnOf[from]!;
    const c2 = columnOf[to]!;
    const r1 = rowOf[from]!;
    const r2 = rowOf[to]!;
    if (c1 === c2) return column === c1 && (row > r1 ? row < r2 : row < r1 && row > r2);
    if (c1 < c2 ? column <= c1 || column >= c2 : column <= c2 || column >= c1) return false;
    return Math.abs(r1 + ((r2 - r1) * (column - c1)) / (c2 - c1) - row) <= half;
  };
  const costOfEdge = (edge: number): number => {
    const from = sources[edge]!;
    const to = targets[edge]!;
    const c1 = columnOf[from]!;
    const c2 = columnOf[to]!;
    const r1 = rowOf[from]!;
    const r2 = rowOf[to]!;
    const length = Math.abs(c2 - c1) * across + Math.abs(r2 - r1) * down * price.height;
    const turn = c2 < c1 ? price.back * direction : c2 === c1 ? price.same * direction : 0;
    return weights[edge]! * (length + turn) + (looksBehind ? price.behind * countBehind(c1, r1, c2, r2) : 0);
  };
  const costOfPlace = (item: number): number => {
    const { left, right, y } = pulls[item] ?? noPull;
    const column = columnOf[item]!;
    const row = rowOf[item]!;
    if (left + right === 0) return price.order * (edgesOf[item]!.length === 0 ? rows - row + column : row);
    let behind = 0;
    if (looksClosely && left > 0) behind += countInRow(row, 0, column);
    if (looksClosely && right > 0) behind += countInRow(row, column + 1, columns);
    return (
      price.outBehind * behind +
      price.out * across * (left * column + right * (columns - 1 - column)) +
      (y === null ? 0 : price.out * (left + right) * Math.abs((row + 0.5) * down - y)) +
      price.order * row
    );
  };

  return {
    cellOf,
    itemAt,
    put(item, cell) {
      itemAt[cell] = item;
      if (item === -1) return;
      cellOf[item] = cell;
      columnOf[item] = Math.floor(cell / rows);
      rowOf[item] = cell % rows;
    },
    of(item) {
      let cost = costOfPlace(item);
      for (const edge of edgesOf[item]!) cost += costOfEdge(edge);
      if (!looksClosely) return cost;
      const column = columnOf[item]!;
      const row = rowOf[item]!;
      for (let edge = 0; edge < edges.length; edge += 1) {
        if (sources[edge] !== item && targets[edge] !== item && runsBehind(edge, column, row)) cost += price.behind;
      }
      return cost;
    },
    total: () => edges.reduce((sum, _, edge) => sum + costOfEdge(edge), 0),
    wish(item) {
      let column = 0;
      let row = 0;
      let sum = 0;
      for (const edge of edgesOf[item]!) {
        const isSource = sources[edge] === item;
        const other = isSource ? targets[edge]! : sources[edge]!;
        const weight = weights[edge]!;
        // One column before those it reaches, one after those that reach it.
        column += weight * (columnOf[other]! + (isSource ? -1 : 1));
        row += weight * rowOf[other]!;
        sum += weight;
      }
      return sum === 0 ? null : { column: column / sum, row: row / sum };
    },
  };
}
