/** A stretch of the list before: where it starts and how many items it has. */
export type KeptRun = readonly [start: number, count: number];

/** A list as stretches of the one before and new items, in order. */
export type ListPatch = readonly ({ readonly kept: KeptRun } | { readonly items: readonly unknown[] })[];

/** More new items than this are cut, so that they can cross in several messages. */
export const mostItems = 500;

/** How `after` comes out of `before`. Items are compared by identity: the same object need not cross again. */
export const createListPatch = (before: readonly unknown[], after: readonly unknown[]): ListPatch => {
  const patch: ({ kept: [number, number] } | { items: unknown[] })[] = [];
  let positions: ReadonlyMap<unknown, number> | undefined;
  let expected = 0;
  const find = (item: unknown): number => {
    if (expected < before.length && before[expected] === item) return expected;
    positions ??= new Map(before.map((old, index) => [old, index]));
    return positions.get(item) ?? -1;
  };
  for (const item of after) {
    const position = find(item);
    const last = patch.at(-1);
    if (position < 0) {
      if (last && 'items' in last && last.items.length < mostItems) last.items.push(item);
      else patch.push({ items: [item] });
      // An item that was changed in place: the one after it is expected next.
      expected += 1;
    } else {
      if (last && 'kept' in last && last.kept[0] + last.kept[1] === position) last.kept[1] += 1;
      else patch.push({ kept: [position, 1] });
      expected = position + 1;
    }
  }
  return patch;
};

/** The list after. Throws when the patch is for another list. */
export const applyListPatch = (before: readonly unknown[], patch: ListPatch): readonly unknown[] =>
  patch.flatMap((run) => {
    if ('items' in run) return run.items;
    const [start, count] = run.kept;
    if (start + count > before.length) throw new Error('This patch is for another list.');
    return before.slice(start, start + count);
  });
