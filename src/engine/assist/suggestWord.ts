/** Insertions, removals, replacements and swaps of neighbours from one word to another. */
const countEdits = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(replaced, swapped, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
};

/** The known word that an unknown one most likely means, whatever its case; null when none is near. */
export const suggestWord = (unknown: string, known: readonly string[]): string | null => {
  const word = unknown.toLowerCase();
  let best: { readonly known: string; readonly edits: number } | null = null;
  for (const each of known) {
    const edits = countEdits(word, each.toLowerCase());
    // Two slips in a long word, one in a short one: `port` for `ports`, but not `args` for `tty`.
    if (edits <= (each.length > 4 ? 2 : 1) && (best === null || edits < best.edits)) best = { known: each, edits };
  }
  return best?.known ?? null;
};
