import { describe, expect, it } from 'vitest';
import { lineAt, lineStarts, placeOf } from './lineIndex.ts';

describe('places in a text', () => {
  const text = 'a: 1\nb: 2\n\nc: 3';

  it('count lines and columns from one', () => {
    const starts = lineStarts(text);
    expect(placeOf(starts, 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf(starts, text.indexOf('b'))).toEqual({ line: 2, column: 1 });
    expect(placeOf(starts, text.indexOf('3'))).toEqual({ line: 4, column: 4 });
  });

  it('agree with counting for every offset', () => {
    const starts = lineStarts(text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      expect(placeOf(starts, offset).line).toBe(lineAt(text, offset));
    }
  });
});
