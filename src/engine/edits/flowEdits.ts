import type { TextRange } from '../manifest/SourceFile.ts';
import type { TextSplice } from './applyTextEdits.ts';
import type { TextStyle } from './TextStyle.ts';
import { findIndent, findLineEnd, findLineStart, findNextLine, isFirstOnLine } from './textLines.ts';

/** Adds a member to a flow collection that has some already. `member` writes it, given the indentation of its line or null. */
export function insertFlowMember(
  text: string,
  members: readonly TextRange[],
  { style, member }: { readonly style: TextStyle; readonly member: (indent: string | null) => string },
): TextSplice[] | null {
  const last = members.at(-1);
  if (!last) return null;
  const comma = findComma(text, last.end);
  const insert = (at: number, inserted: string): TextSplice => ({ range: { start: at, end: at }, text: inserted });
  if (!isFirstOnLine(text, last.start)) {
    const space = style.flowSpacing ? ' ' : '';
    return comma === null
      ? [insert(last.end, `,${space}${member(null)}`)]
      : [insert(comma + 1, `${space}${member(null)},`)];
  }
  const indent = findIndent(text, last.start);
  const line = style.eol + indent + member(indent);
  if (!isRestBlank(text, comma === null ? last.end : comma + 1)) return [insert(last.end, `,${line}`)];
  if (comma === null) return [insert(last.end, ','), insert(findLineEnd(text, last.end), line)];
  return [insert(findLineEnd(text, comma), `${line},`)];
}

/** Takes members out of a flow collection, with the commas that become too many; not all of them. */
export function removeFlowMembers(
  text: string,
  members: readonly TextRange[],
  positions: readonly number[],
): TextSplice[] {
  return listRuns(positions).flatMap(({ first, last }) => {
    const start = members[first];
    const end = members[last];
    if (!start || !end) return [];
    const before = members[first - 1];
    const after = members[last + 1];
    const comma = findComma(text, end.end);
    const close = comma === null ? end.end : comma + 1;
    if (isFirstOnLine(text, start.start) && isRestBlank(text, close)) {
      const lines = { range: { start: findLineStart(text, start.start), end: findNextLine(text, close) }, text: '' };
      const spare = before && !after && comma === null ? findComma(text, before.end) : null;
      return spare === null ? [lines] : [{ range: { start: spare, end: spare + 1 }, text: '' }, lines];
    }
    if (after) return [{ range: { start: start.start, end: after.start }, text: '' }];
    return [{ range: { start: before?.end ?? start.start, end: end.end }, text: '' }];
  });
}

function listRuns(positions: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last + 1 >= position) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs;
}

/** The comma that follows a member; null when the collection's end comes first. */
function findComma(text: string, offset: number): number | null {
  const gap = /(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\n]*)*/y;
  gap.lastIndex = offset;
  gap.exec(text);
  return text[gap.lastIndex] === ',' ? gap.lastIndex : null;
}

/** Whether only blank space or a comment follows on the line. */
const isRestBlank = (text: string, offset: number): boolean =>
  /^[ \t]*(?:#.*)?$/.test(text.slice(offset, findLineEnd(text, offset))) && findNextLine(text, offset) < text.length;
