import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits, type TextSplice } from './applyTextEdits.ts';
import { invertTextEdits } from './invertTextEdits.ts';

const edit = (start: number, end: number, text: string): TextSplice => ({ range: { start, end }, text });

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'ä', '😀', ' '), maxLength: 30 });

/** Edits that fit a text of this length: cut it at sorted places and replace every other stretch. */
const editsFor = (length: number): fc.Arbitrary<TextSplice[]> =>
  fc
    .array(fc.tuple(fc.nat(length), texts), { maxLength: 6 })
    .map((places) => [...places].sort((a, b) => a[0] - b[0]))
    .map((places) =>
      places.flatMap(([start, text], index) =>
        index % 2 === 0 ? [edit(start, places[index + 1]?.[0] ?? start, text)] : [],
      ),
    );

describe('applying text edits', () => {
  it('counts all offsets in the text before the edits, whatever their order', () => {
    expect(applyTextEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1')])).toBe('1 two 3');
  });

  it('keeps the order of insertions at one place and puts them before a replacement there', () => {
    expect(applyTextEdits('ab', [edit(1, 2, 'X'), edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12X');
  });

  it('refuses edits that overlap or lie outside the text', () => {
    expect(applyTextEdits('abc', [edit(0, 2, ''), edit(1, 3, '')])).toBeNull();
    expect(applyTextEdits('abc', [edit(2, 4, '')])).toBeNull();
    expect(applyTextEdits('abc', [edit(-1, 0, '')])).toBeNull();
    expect(applyTextEdits('abc', [edit(2, 1, '')])).toBeNull();
  });

  it('is taken back byte for byte by the inverse edits', () => {
    fc.assert(
      fc.property(
        texts.chain((text) => fc.tuple(fc.constant(text), editsFor(text.length))),
        ([text, edits]) => {
          const inverse = invertTextEdits(text, edits);
          expect(applyTextEdits(applyTextEdits(text, edits) ?? '', inverse ?? [])).toBe(text);
        },
      ),
      { seed: 1 },
    );
  });
});
