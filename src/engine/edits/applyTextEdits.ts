import type { TextEdit } from './EditPlan.ts';

/** A text edit without its file: all edits given together belong to one text. */
export type TextSplice = Pick<TextEdit, 'range' | 'text'>;

/**
 * The text after the edits. They may come in any order; offsets are those of `text`. Several insertions at one place keep
 * their order, and stand before a replacement that begins there. Null when a range lies outside the text or two overlap.
 */
export function applyTextEdits(text: string, edits: readonly TextSplice[]): string | null {
  const ordered = orderTextEdits(text, edits);
  if (ordered === null) return null;
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    result += text.slice(position, edit.range.start) + edit.text;
    position = edit.range.end;
  }
  return result + text.slice(position);
}

/** The edits by place in the text; null when they do not fit it (outside, reversed or overlapping ranges). */
export function orderTextEdits<T extends TextSplice>(
  text: { readonly length: number },
  edits: readonly T[],
): readonly T[] | null {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let position = 0;
  for (const { range } of ordered) {
    if (!Number.isInteger(range.start) || range.start < position || range.end < range.start) return null;
    position = range.end;
  }
  return position <= text.length ? ordered : null;
}
