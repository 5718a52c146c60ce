import { orderTextEdits, type TextSplice } from './applyTextEdits.ts';

/**
 * The edits that take `edits` back: `applyTextEdits(applyTextEdits(text, edits), invertTextEdits(text, edits))` is `text`,
 * byte for byte. Offsets of the result are those of the text after `edits`. Null when `edits` do not fit `text`.
 */
export function invertTextEdits<T extends TextSplice>(text: string, edits: readonly T[]): T[] | null {
  const ordered = orderTextEdits(text, edits);
  if (ordered === null) return null;
  let shift = 0;
  return ordered.map((edit) => {
    const { start, end } = edit.range;
    const range = { start: start + shift, end: start + shift + edit.text.length };
    shift += edit.text.length - (end - start);
    return { ...edit, range, text: text.slice(start, end) };
  });
}
