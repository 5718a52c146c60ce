import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';

/** How many values are compared before two texts are taken for different: aliases can stand for any number of them. */
const limit = 100_000;

/** Whether two texts are the same data: places, styles, comments and the order of keys do not count. */
export const equalNodes = (a: SourceNode | null, b: SourceNode | null): boolean => {
  let compared = 0;
  const equal = (left: SourceNode, right: SourceNode): boolean => {
    compared += 1;
    if (compared > limit) return false;
    const one = resolveAlias(left);
    const other = resolveAlias(right);
    if (one.type === 'scalar') return other.type === 'scalar' && one.value === other.value;
    if (one.type === 'seq') {
      if (other.type !== 'seq' || one.items.length !== other.items.length) return false;
      return one.items.every((item, index) => equal(item, other.items[index]!));
    }
    if (other.type !== 'map' || one.entries.length !== other.entries.length) return false;
    const values = new Map(other.entries.map(({ key, value }) => [key.text, value]));
    return one.entries.every(({ key, value }) => {
      const match = values.get(key.text);
      return match !== undefined && equal(value, match);
    });
  };
  return a === null || b === null ? a === b : equal(a, b);
};
