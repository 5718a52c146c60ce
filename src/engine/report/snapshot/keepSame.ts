/**
 * The new list with the old items wherever they say the same, so that what did not change is the same object; the old list
 * when nothing did. Items are plain data, `keyOf` finds an item's former self.
 */
export const keepSame = <Item extends object>(
  items: readonly Item[],
  previous: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): readonly Item[] => {
  if (previous === undefined || items === previous) return items;
  const createIndex = () => new Map(previous.map((item) => [keyOf(item), item]));
  let index: ReadonlyMap<string, Item> | undefined;
  const kept = items.map((item, position) => {
    const neighbour = previous[position];
    if (neighbour !== undefined && (neighbour === item || keyOf(neighbour) === keyOf(item))) {
      return isSameData(item, neighbour) ? neighbour : item;
    }
    const former = (index ??= createIndex()).get(keyOf(item));
    return former !== undefined && isSameData(item, former) ? former : item;
  });
  const isUnchanged = kept.length === previous.length && kept.every((item, position) => item === previous[position]);
  return isUnchanged ? previous : kept;
};

/** Whether two values of plain data (arrays of numbers included) say the same. */
export const isSameData = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a)) return isList(b) && isSameList(a, b);
  const keys = Object.keys(a);
  const [left, right] = [a, b] as Record<string, unknown>[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameData(left![key], right![key]) && (left![key] !== undefined || key in b))
  );
};

type List = ArrayLike<unknown>;

const isList = (value: object): value is List => Array.isArray(value) || ArrayBuffer.isView(value);

const isSameList = (a: List, b: List): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isSameData(a[index], b[index])) return false;
  return true;
};
