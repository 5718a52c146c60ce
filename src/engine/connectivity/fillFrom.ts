/**
 * Fills an array of numbers item by item. `TypedArray.from` with a function goes through an iterator, which takes several
 * times as long for the tens of thousands of items that evaluations have.
 */
export const fillFrom = <Target extends Int32Array | Uint32Array | Uint8Array, Item>(
  target: Target,
  items: readonly Item[],
  toNumber: (item: Item, index: number) => number,
): Target => {
  for (let index = 0; index < target.length; index += 1) target[index] = toNumber(items[index]!, index);
  return target;
};
