import type { LineColumn } from './SourceFile.ts';

/** Where the lines of a text begin, in UTF-16 units; the first is 0. */
export interface LineIndex {
  readonly starts: readonly number[];
}

/** Reads the text once; breaks are LF, CRLF and CR, as in the editor. */
export const createLineIndex = (text: string): LineIndex => {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return { starts };
};

/** The place of an offset, both from 1, columns in UTF-16 units; offsets past the end are on the last line. */
export const toLineColumn = ({ starts }: LineIndex, offset: number): LineColumn => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
};
