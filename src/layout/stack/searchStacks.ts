import { restack, spreadColumns, type Stacks, type StackTask } from './Stacks.ts';

/** What a line costs, in canvas units of length. */
const price = { height: 1.3, back: 4000, same: 2700 } as const;

/** The same when shapes are compared: a flow downwards is better than a strip. */
const judged = { back: 1300, same: 600 } as const;

/** A gain below this is none. */
const least = 1;

interface Move {
  readonly column: number;
  /** The place in that column's list. */
  readonly at: number;
  /** Who stands there and goes where the item came from; -1 to stand before it. */
  readonly other: number;
}

/**
 * Moves items to columns and heights where their lines are shorter and lead to the right, while no column gets higher than
 * `limit`. Gives what all lines cost in the end.
 */
export function searchStacks(task: StackTask, stacks: Stacks, limits: { limit: number; sweeps: number }): number {
  const { sizes, edges, spacing } = task;
  const { columns, columnOf, x, y, heights } = stacks;
  /** By item, one after another: the other end, the weight (below 0 for a line that comes in). */
  const linesOf: number[][] = sizes.map(() => []);
  for (const { from, to, weight } of edges) {
    linesOf[from]?.push(to, weight);
    linesOf[to]?.push(from, -weight);
  }
  const costAt = (item: number, column: number, height: number): number => {
    let cost = 0;
    const lines = linesOf[item]!;
    const centre = x[column]!;
    for (let at = 0; at < lines.length; at += 2) {
      const other = lines[at]!;
      const weight = lines[at + 1]!;
      const there = columnOf[other]!;
      const length = Math.abs(x[there]! - centre) + price.height * Math.abs(y[other]! - height);
      const turn = there === column ? price.same : there > column === weight > 0 ? 0 : price.back;
      cost += Math.abs(weight) * (length + turn);
    }
    return cost;
  };
  const costOf = (item: number): number => costAt(item, columnOf[item] ?? 0, y[item] ?? 0);

  const findMove = (item: number): Move | null => {
    const home = columnOf[item] ?? 0;
    const own = sizes[item]?.height ?? 0;
    const before = costOf(item);
    const wish = wishOf(item);
    let best: Move | null = null;
    let bestGain: number = least;
    const consider = (column: number, at: number, other: number, gain: number): void => {
      if (gain <= bestGain) return;
      bestGain = gain;
      best = { column, at, other };
    };
    for (let column = 0; column < columns.length; column += 1) {
      if (Math.abs(column - wish.column) > 3 && columns.length > 12) continue;
      const items = columns[column] ?? [];
      let near = 0;
      while (near < items.length && (y[items[near] ?? 0] ?? 0) < wish.y) near += 1;
      for (let at = Math.max(0, near - 2); at <= Math.min(items.length, near + 2); at += 1) {
        const other = items[at] ?? -1;
        if (other === item) continue;
        const edge = edgeBefore(items, at);
        if (column === home || (heights[column] ?? 0) + own + spacing.y <= limits.limit) {
          consider(column, at, -1, before - costAt(item, column, edge));
        }
        if (other === -1 || column === home) continue;
        const difference = own - (sizes[other]?.height ?? 0);
        if ((heights[column] ?? 0) + difference > limits.limit || (heights[home] ?? 0) - difference > limits.limit)
          continue;
        const gain = before + costOf(other) - costAt(item, column, y[other] ?? 0) - costAt(other, home, y[item] ?? 0);
        consider(column, at, other, gain);
      }
    }
    return best;
  };
  const edgeBefore = (items: readonly number[], at: number): number => {
    const [above, below] = [items[at - 1], items[at]];
    if (below !== undefined) return (y[below] ?? 0) - (sizes[below]?.height ?? 0) / 2;
    return above === undefined ? 0 : (y[above] ?? 0) + (sizes[above]?.height ?? 0) / 2 + spacing.y;
  };
  const wishOf = (item: number): { column: number; y: number } => {
    let column = 0;
    let height = 0;
    let sum = 0;
    const lines = linesOf[item]!;
    for (let at = 0; at < lines.length; at += 2) {
      const other = lines[at]!;
      const weight = Math.abs(lines[at + 1]!);
      column += weight * (columnOf[other]! - Math.sign(lines[at + 1]!));
      height += weight * y[other]!;
      sum += weight;
    }
    return sum === 0 ? { column: columnOf[item]!, y: y[item]! } : { column: column / sum, y: height / sum };
  };
  const perform = (item: number, { column, at, other }: Move): void => {
    const home = columnOf[item] ?? 0;
    const from = columns[home]?.indexOf(item) ?? 0;
    if (other !== -1) {
      columns[home]?.splice(from, 1, other);
      columns[column]?.splice(at, 1, item);
    } else {
      columns[home]?.splice(from, 1);
      columns[column]?.splice(home === column && from < at ? at - 1 : at, 0, item);
    }
    restack(task, stacks, home);
    if (column !== home) restack(task, stacks, column);
  };

  for (let sweep = 0; sweep < limits.sweeps; sweep += 1) {
    let moved = false;
    for (let item = 0; item < sizes.length; item += 1) {
      if (linesOf[item]!.length === 0) continue;
      const move = findMove(item);
      if (move === null) continue;
      perform(item, move);
      moved = true;
    }
    spreadColumns(task, stacks);
    if (!moved) break;
  }
  return edges.reduce((sum, { from, to, weight }) => {
    const right = columnOf[to]! - columnOf[from]!;
    const length = Math.abs(x[columnOf[to]!]! - x[columnOf[from]!]!) + price.height * Math.abs(y[to]! - y[from]!);
    return sum + weight * (length + (right < 0 ? judged.back : right === 0 ? judged.same : 0));
  }, 0);
}
