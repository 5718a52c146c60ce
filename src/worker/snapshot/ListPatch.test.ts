import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { applyListPatch, createListPatch, mostItems } from './ListPatch.ts';

const newItems = (patch: ReturnType<typeof createListPatch>) =>
  patch.flatMap((run) => ('items' in run ? run.items : []));

describe('the patch of a list', () => {
  it('gives the list after, whatever was added, removed, moved or changed', () => {
    const pool = Array.from({ length: 12 }, (_, name) => ({ name }));
    const list = fc.uniqueArray(fc.constantFrom(...pool));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const patch = createListPatch(before, after);
        const result = applyListPatch(before, patch);
        expect(result).toHaveLength(after.length);
        expect(result.every((item, index) => item === after[index])).toBe(true);
        expect(newItems(patch)).toEqual(after.filter((item) => !before.includes(item)));
      }),
      propertyParameters(300),
    );
  });

  it('is three runs for one changed item among many', () => {
    const before = Array.from({ length: 100 }, (_, name) => ({ name }));
    const after = before.with(40, { name: 40 });
    expect(createListPatch(before, after)).toEqual([{ kept: [0, 40] }, { items: [{ name: 40 }] }, { kept: [41, 59] }]);
  });

  it('cuts many new items', () => {
    const after = Array.from({ length: 2 * mostItems + 1 }, (_, name) => ({ name }));
    expect(createListPatch([], after).map((run) => ('items' in run ? run.items.length : 0))).toEqual([500, 500, 1]);
  });

  it('refuses a list that it is not for', () => {
    expect(() => applyListPatch([1], [{ kept: [0, 2] }])).toThrow('another list');
  });
});
