/** A visible row of a tree, top to bottom. */
export interface TreeRow {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  /** For typing to find. */
  readonly label: string;
  /** null: nothing below it. */
  readonly expanded: boolean | null;
}

export interface TreePosition {
  /** How many rows have the same parent, and which of them this is, from 1. */
  readonly size: number;
  readonly position: number;
}

/** `aria-setsize` and `aria-posinset` of every row: needed because rows outside the view are not in the page. */
export function placeInSets(rows: readonly TreeRow[]): readonly TreePosition[] {
  const sets: number[][] = [];
  const open: number[][] = [];
  rows.forEach((row, index) => {
    open.length = Math.min(open.length, row.level);
    let set = open[row.level - 1];
    if (set === undefined) {
      set = [];
      open[row.level - 1] = set;
      sets.push(set);
    }
    set.push(index);
  });
  const places: TreePosition[] = [];
  for (const set of sets) {
    set.forEach((index, position) => {
      places[index] = { size: set.length, position: position + 1 };
    });
  }
  return places;
}

export type TreeKeyResult =
  | { readonly type: 'move'; readonly index: number }
  | { readonly type: 'toggle'; readonly index: number }
  | { readonly type: 'activate'; readonly index: number };

const parentOf = (rows: readonly TreeRow[], index: number): number => {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at -= 1) if ((rows[at]?.level ?? 1) < level) return at;
  return index;
};

/** What a key does in a tree (WAI-ARIA tree pattern); null for keys that mean nothing here. */
export function handleTreeKey(
  rows: readonly TreeRow[],
  active: number,
  key: string,
  pageSize: number,
): TreeKeyResult | null {
  const row = rows[active];
  if (row === undefined) return rows.length > 0 ? { type: 'move', index: 0 } : null;
  const last = rows.length - 1;
  const move = (index: number): TreeKeyResult => ({ type: 'move', index: Math.max(0, Math.min(last, index)) });
  switch (key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case 'PageDown':
      return move(active + pageSize);
    case 'PageUp':
      return move(active - pageSize);
    case 'ArrowRight':
      if (row.expanded === false) return { type: 'toggle', index: active };
      return row.expanded === true ? move(active + 1) : null;
    case 'ArrowLeft':
      return row.expanded === true ? { type: 'toggle', index: active } : move(parentOf(rows, active));
    case 'Enter':
    case ' ':
      return { type: 'activate', index: active };
    default:
      return null;
  }
}

/** The next row that begins with what was typed, after the active one and around. */
export function findByTyping(rows: readonly TreeRow[], active: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  // While more letters follow, the row that matches so far may stay.
  const from = typed.length > 1 ? active : active + 1;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (from + step + rows.length) % rows.length;
    if (rows[index]?.label.toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
