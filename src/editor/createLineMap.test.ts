import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineMap } from './createLineMap.ts';

describe('the line map', () => {
  it('shows Monaco one kind of line end and no byte order mark', () => {
    expect(createLineMap('\uFEFFa\r\nb\nc\rd').modelText).toBe('a\nb\nc\nd');
  });

  it('counts columns of the first line after the byte order mark', () => {
    const map = createLineMap('\uFEFFkind: Pod');
    expect(map.toPosition(1)).toEqual({ lineNumber: 1, column: 1 });
    expect(map.toOffset({ lineNumber: 1, column: 7 })).toBe(7);
  });

  it('gives new lines the line end that the file uses most', () => {
    expect(createLineMap('a\r\nb\r\nc\n').lineEnd).toBe('\r\n');
    expect(createLineMap('a\nb\r\nc\n').lineEnd).toBe('\n');
    expect(createLineMap('').lineEnd).toBe('\n');
  });

  it('does not leave the line when the column is past its end', () => {
    const map = createLineMap('ab\r\ncd');
    expect(map.toOffset({ lineNumber: 1, column: 99 })).toBe(2);
    expect(map.toOffset({ lineNumber: 99, column: 99 })).toBe(6);
  });

  it('goes there and back for every place outside a line end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', 'ü', '🐘') });
    fc.assert(
      fc.property(text, (body) => {
        const map = createLineMap(body);
        for (let offset = 0; offset <= body.length; offset++) {
          const inside = body[offset - 1] === '\r' && body[offset] === '\n';
          if (!inside) expect(map.toOffset(map.toPosition(offset))).toBe(offset);
        }
      }),
      { seed: 7 },
    );
  });

  it('agrees with the text that Monaco shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r') }), (body) => {
        const map = createLineMap(body);
        const lines = map.modelText.split('\n');
        lines.forEach((line, index) => {
          const start = map.toOffset({ lineNumber: index + 1, column: 1 });
          expect(body.slice(start, start + line.length)).toBe(line);
        });
      }),
      { seed: 8 },
    );
  });
});
