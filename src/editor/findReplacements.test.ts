import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReplacements } from './findReplacements.ts';

const apply = (text: string, edits: ReturnType<typeof findReplacements>): string =>
  edits.reduceRight((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);

describe('the replacements that make one text into another', () => {
  it('leave the lines between two changes alone', () => {
    expect(findReplacements('a: 1\nb: 2\nc: 3\n', 'a: 9\nb: 2\nc: 8\nd: 4\n')).toEqual([
      { start: 3, end: 4, text: '9' },
      { start: 13, end: 14, text: '8\nd: 4' },
    ]);
  });

  it('are none for equal texts', () => {
    expect(findReplacements('a', 'a')).toEqual([]);
  });

  it('lead from one to the other, in order and apart', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c', '\n', 'aa\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = findReplacements(before, after);
        expect(apply(before, edits)).toBe(after);
        edits.slice(1).forEach((edit, index) => expect(edit.start).toBeGreaterThanOrEqual(edits[index]!.end));
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
