import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLayout, unpackLayout } from './packLayout.ts';

const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
const id = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
const layout = fc.record({
  nodes: fc.dictionary(id, fc.record({ x: number, y: number }, { noNullPrototype: true }), { noNullPrototype: true }),
  groups: fc.dictionary(
    id,
    fc.record({ x: number, y: number, width: number, height: number }, { noNullPrototype: true }),
    { noNullPrototype: true },
  ),
});

describe('a packed layout', () => {
  it('unpacks to what it was', () => {
    fc.assert(
      fc.property(layout, (result) => {
        expect(unpackLayout(structuredClone(packLayout(result)))).toEqual(result);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
