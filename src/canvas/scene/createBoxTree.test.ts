import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { touches, type Box } from '../graph/Box.ts';
import { createBoxTree } from './createBoxTree.ts';

const box = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 1, max: 90 }),
  height: fc.integer({ min: 1, max: 90 }),
});
const found = (boxes: readonly (Box | null)[], area: Box): number[] => {
  const hits: number[] = [];
  createBoxTree(boxes.length, (at) => boxes[at]!).visit(area, (at) => hits.push(at));
  return hits.sort((a, b) => a - b);
};

describe('createBoxTree', () => {
  it('finds every box that touches an area, and hardly any other', () => {
    fc.assert(
      fc.property(fc.array(fc.option(box, { freq: 9 }), { maxLength: 400 }), box, (boxes, area) => {
        const hits = found(boxes, area);
        const touching = boxes.flatMap((candidate, at) => (candidate !== null && touches(candidate, area) ? [at] : []));
        expect(hits).toEqual(expect.arrayContaining(touching));
        // Those that only share an edge may be among them.
        const wider = { x: area.x - 1, y: area.y - 1, width: area.width + 2, height: area.height + 2 };
        expect(hits.every((at) => touches(boxes[at]!, wider))).toBe(true);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('finds nothing among nothing', () => {
    const anywhere = { x: 0, y: 0, width: 10, height: 10 };
    expect(found([], anywhere)).toEqual([]);
    expect(found([null, null], anywhere)).toEqual([]);
  });
});
