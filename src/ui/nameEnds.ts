/** Names that begin alike for so many letters look alike when they are cut there. */
const alike = 20;

/** No longer than this: the beginning must stay readable, too. */
const longest = 14;

/** The last part of a name, with the sign before it. */
function endOf(name: string): string {
  const from = Math.max(name.lastIndexOf('-'), name.lastIndexOf('.'), name.lastIndexOf('_'));
  return from > 0 && name.length - from <= longest ? name.slice(from) : name.slice(-longest + 4);
}

/**
 * What names that stand beside each other must end with where they are cut, so that they can be told apart. Empty: such a
 * name may be cut at its end.
 */
export function nameEnds(names: readonly string[]): (name: string) => string {
  const counts = new Map<string, number>();
  for (const name of new Set(names.filter(({ length }) => length > alike))) {
    const start = name.slice(0, alike);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return (name) => (name.length > alike && (counts.get(name.slice(0, alike)) ?? 0) > 1 ? endOf(name) : '');
}
