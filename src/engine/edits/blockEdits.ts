import type { TextRange } from '../manifest/SourceFile.ts';
import type { SourceSeq } from '../manifest/SourceNode.ts';
import type { TextSplice } from './applyTextEdits.ts';
import type { TextStyle } from './TextStyle.ts';
import { findColumn, findLineEnd, findLineStart, findNextLine, isFirstOnLine } from './textLines.ts';

const commentLine = /^([ \t]*)#/;

const readLine = (text: string, start: number): string => text.slice(start, findLineEnd(text, start));

/** The column of a comment that has its line to itself; null when the line is none. */
const findCommentColumn = (text: string, lineStart: number): number | null =>
  commentLine.exec(readLine(text, lineStart))?.[1]?.length ?? null;

/** The start of the line after a block node that ends at `end` (after the line end for a block scalar). */
const findLineAfter = (text: string, end: number): number => (text[end - 1] === '\n' ? end : findNextLine(text, end));

/**
 * Writes lines below a block node that ends at `end`: after the rest of its last line and the comments below it that stand
 * deeper than `column`, the column of the new lines. `lines` comes without indentation at the front and line end behind.
 */
export function insertLinesAfter(
  text: string,
  end: number,
  { lines, column, eol }: { readonly lines: string; readonly column: number; readonly eol: TextStyle['eol'] },
): TextSplice {
  let position = findLineAfter(text, end);
  while (position < text.length && (findCommentColumn(text, position) ?? -1) > column) {
    position = findNextLine(text, position);
  }
  const block = ' '.repeat(column) + lines;
  const range = { start: position, end: position };
  return position === text.length && !text.endsWith('\n') ? { range, text: eol + block } : { range, text: block + eol };
}

/** Takes whole lines away; the last line of a text without a final line end takes the line end before it along. */
export function removeLines(text: string, range: TextRange): TextSplice {
  const reachesOpenEnd = range.end === text.length && !text.endsWith('\n');
  if (!reachesOpenEnd || range.start === 0) return { range, text: '' };
  return { range: { start: findLineEnd(text, findLineStart(text, range.start - 1)), end: range.end }, text: '' };
}

/**
 * The lines of items of a block sequence, with the comments that stand directly above an item in the column of its dash;
 * neighbouring stretches joined. Null when an item does not have its lines to itself (`- - a`).
 */
export function findItemLines(text: string, sequence: SourceSeq, positions: readonly number[]): TextRange[] | null {
  const column = findColumn(text, sequence.range.start);
  const ranges: TextRange[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const item = sequence.items[position];
    const dash = item && findDash(text, item.range.start, column);
    if (item === undefined || dash === undefined || dash === null || !isFirstOnLine(text, dash)) return null;
    const start = findCommentsAbove(text, findLineStart(text, dash), column);
    const end = findLineAfter(text, Math.max(item.range.end, dash + 1));
    const last = ranges.at(-1);
    if (last && last.end >= start) ranges[ranges.length - 1] = { start: last.start, end };
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Searches backwards from an item for the dash that it belongs to. */
function findDash(text: string, itemStart: number, column: number): number | null {
  for (let line = findLineStart(text, itemStart); ; line = findLineStart(text, line - 1)) {
    const dash = line + column;
    if (
      dash <= itemStart &&
      text[dash] === '-' &&
      (isFirstOnLine(text, dash) || line === findLineStart(text, itemStart))
    )
      return dash;
    if (line === 0) return null;
  }
}

function findCommentsAbove(text: string, lineStart: number, column: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = findLineStart(text, start - 1);
    if (findCommentColumn(text, above) !== column) break;
    start = above;
  }
  return start;
}
