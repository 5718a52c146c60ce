/** Offset of the first character of the line that `offset` is in. */
export const findLineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Offset after the last character of the line that `offset` is in, before its line end (`\r` counts to the line end). */
export function findLineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset of the line after the one that `offset` is in; the text's length when it is the last. */
export function findNextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** Characters between the start of the line and `offset`. */
export const findColumn = (text: string, offset: number): number => offset - findLineStart(text, offset);

/** The blank characters that the line of `offset` begins with. */
export function findIndent(text: string, offset: number): string {
  const start = findLineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, findLineEnd(text, start)))?.[0] ?? '';
}

/** Whether only blank characters stand between the start of the line and `offset`. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  /^[ \t]*$/.test(text.slice(findLineStart(text, offset), offset));
