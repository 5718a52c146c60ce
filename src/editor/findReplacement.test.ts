import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReplacement } from './findReplacement.ts';

describe('the replacement that makes one text into another', () => {
  it('is nothing for equal texts', () => {
    expect(findReplacement('a', 'a')).toBeNull();
  });

  it('is no longer than what differs', () => {
    expect(findReplacement('port: 80\n', 'port: 8080\n')).toEqual({ start: 8, end: 8, text: '80' });
  });

  it('leads from one to the other and never splits a surrogate pair', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '🐘', '🐎', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = findReplacement(before, after);
        if (found === null) {
          expect(before).toBe(after);
          return;
        }
        expect(before.slice(0, found.start) + found.text + before.slice(found.end)).toBe(after);
        for (const at of [found.start, found.end])
          expect(before.slice(at - 1, at + 1)).not.toMatch(/[\ud800-\udbff][\udc00-\udfff]/);
      }),
      { seed: 9 },
    );
  });
});
