import { toKeyText } from './findEntry.ts';
import { isIndicator, readFlowScalar, readLiteral, readPlain, type ReadScalar } from './readBlockScalar.ts';
import { readScalarValue } from './readScalarValue.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SourceSeq } from './SourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';
import { maxDepth } from './toSourceNode.ts';

/** What `kubectl get -o yaml` writes and most people do; everything else is left to the library. */
export interface BlockYaml {
  readonly root: SourceNode;
  readonly issues: readonly SyntaxIssue[];
}

/**
 * A quick reader of the plain part of YAML: block maps and lists, plain, quoted and literal scalars, `{}` and `[]`,
 * comments. Null for anything else, and for everything that might be an error, so that the library decides; where it
 * answers, the answer is the library's, held by a test over every manifest at hand. It is some ten times as fast, which
 * is what makes dumps of megabytes bearable.
 */
export function parseBlockYaml(text: string, range: TextRange): BlockYaml | null {
  if (hasUnusualText(text, range)) return null;
  const reader = createReader(text, range);
  try {
    reader.nextLine(range.start);
    const root = reader.readBlock(-1, 0);
    return reader.isAtEnd() && root.type !== 'scalar' ? { root, issues: reader.issues } : null;
  } catch (error) {
    if (error === unusual) return null;
    throw error;
  }
}

/** Thrown and caught here: what was met is for the library. */
const unusual = new Error('not in the plain part of YAML');

const giveUp = (): never => {
  throw unusual;
};

const hasUnusualText = (text: string, { start, end }: TextRange): boolean => {
  // The content must begin a line of its own: after `---` on the same line the columns count otherwise.
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const isUnusual = !/^ *$/.test(before) || text.charCodeAt(start) === 0xfeff || text[start] === '%';
  return isUnusual || /\r(?!\n)/.test(text.slice(start, end));
};

const space = 32;
const newline = 10;
const carriageReturn = 13;
const hash = 35;
const dash = 45;
const colon = 58;

function createReader(text: string, { end }: TextRange) {
  /** The next thing to read and its column; `end` when there is nothing more. */
  let position = 0;
  let column = 0;
  /** A line of comment stands right above `position`. */
  let belowComment = false;
  const issues: SyntaxIssue[] = [];

  const isAtEnd = (): boolean => position >= end;
  const isBlankAt = (at: number): boolean => at >= end || isBreak(text.charCodeAt(at));
  const isGapAt = (at: number): boolean => text.charCodeAt(at) === space || isBlankAt(at);

  /** Goes to the first line at or after `from` that has content. `from` stands at the beginning of a line. */
  function nextLine(from: number): void {
    let start = from;
    belowComment = false;
    while (start < end) {
      let at = start;
      while (text.charCodeAt(at) === space) at++;
      const unit = text.charCodeAt(at);
      if (at < end && !isBreak(unit) && unit !== hash) {
        const marker = at === start && (text.startsWith('---', at) || text.startsWith('...', at));
        if (unit === 9 || marker) giveUp();
        position = at;
        column = at - start;
        return;
      }
      belowComment ||= unit === hash;
      start = lineEnd(at) + 1;
    }
    position = end;
    column = 0;
  }

  const lineEnd = (from: number): number => {
    const found = text.indexOf('\n', from);
    return found < 0 || found >= end ? end : found;
  };

  /** After a value: nothing but space or a comment may follow on the line. */
  function finishLine(from: number): void {
    let at = from;
    while (text.charCodeAt(at) === space) at++;
    if (!isBlankAt(at) && (text.charCodeAt(at) !== hash || at === from)) giveUp();
    nextLine(lineEnd(at) + 1);
  }

  /** The block that begins at `position`, which stands deeper than `parent`. */
  function readBlock(parent: number, depth: number): SourceNode {
    if (column <= parent || depth > maxDepth) giveUp();
    if (text.charCodeAt(position) === dash && isGapAt(position + 1)) return readSeq(depth);
    if (findKey() !== null) return readMap(depth);
    // Between a key and a scalar the library minds how deep a comment stands.
    return belowComment ? giveUp() : readScalar(parent);
  }

  function readSeq(depth: number): SourceSeq {
    const indent = column;
    const start = position;
    const items: SourceNode[] = [];
    while (!isAtEnd() && column === indent && text.charCodeAt(position) === dash && isGapAt(position + 1)) {
      const content = skipSpaces(position + 1);
      if (isBlankAt(content) || text.charCodeAt(content) === hash) {
        finishLine(position + 1);
        items.push(isAtEnd() || column <= indent ? createNull(content) : readBlock(indent, depth + 1));
      } else {
        column += content - position;
        position = content;
        belowComment = false;
        items.push(readBlock(indent, depth + 1));
      }
    }
    if (!isAtEnd() && column > indent) giveUp();
    return { type: 'seq', flow: false, range: { start, end: items.at(-1)!.range.end }, items };
  }

  function readMap(depth: number): SourceMap {
    const indent = column;
    const start = position;
    const entries: SourceEntry[] = [];
    const seen = new Set<string>();
    while (!isAtEnd() && column === indent) {
      const key = findKey() ?? giveUp();
      noteKey(key.scalar, seen);
      const value = readValue(key.after, indent, depth);
      entries.push({
        key: key.scalar,
        value,
        range: { start: key.scalar.range.start, end: Math.max(value.range.end, key.scalar.range.end) },
      });
    }
    if (!isAtEnd() && column > indent) giveUp();
    const last = entries.at(-1)!;
    return { type: 'map', flow: false, range: { start, end: Math.max(last.value.range.end, start) }, entries };
  }

  function noteKey(key: SourceScalar, seen: Set<string>): void {
    const name = toKeyText(key);
    if (name === '<<') giveUp();
    if (seen.has(name))
      issues.push({ code: 'DUPLICATE_KEY', severity: 'warning', range: key.range, args: { key: name } });
    seen.add(name);
  }

  /** What follows a key's colon: on its line, or below it. */
  function readValue(after: number, indent: number, depth: number): SourceNode {
    const content = skipSpaces(after);
    if (!isBlankAt(content) && text.charCodeAt(content) !== hash) {
      position = content;
      return readScalar(indent);
    }
    finishLine(after);
    if (isAtEnd() || column < indent) return createNull(content);
    if (column > indent) return readBlock(indent, depth + 1);
    const isList = text.charCodeAt(position) === dash && isGapAt(position + 1);
    return isList ? readSeq(depth + 1) : createNull(content);
  }

  /** The scalar at `position`, inside a block of indentation `parent`; the line after it comes next. */
  function readScalar(parent: number): SourceNode {
    const empty = readEmptyFlow();
    if (empty !== null) return empty;
    const read = readAt(position, parent) ?? giveUp();
    if (read.nextLine === null) finishLine(read.scalar.range.end);
    else nextLine(read.nextLine);
    return read.scalar;
  }

  const readAt = (at: number, parent: number): ReadScalar | null => {
    const sign = text[at];
    if (sign === '"' || sign === "'") return readFlowScalar(text, at, end);
    return sign === '|' ? readLiteral(text, at, { end, parent }) : readPlain(text, at, { end, parent });
  };

  function readEmptyFlow(): SourceNode | null {
    const pair = text.startsWith('{}', position) ? 'map' : text.startsWith('[]', position) ? 'seq' : null;
    if (pair === null) return null;
    const range = { start: position, end: position + 2 };
    finishLine(range.end);
    return pair === 'map'
      ? { type: 'map', flow: true, range, entries: [] }
      : { type: 'seq', flow: true, range, items: [] };
  }

  /** The key at `position` and where its value may begin; null when the line is no entry of a map. */
  function findKey(): { readonly scalar: SourceScalar; readonly after: number } | null {
    const sign = text[position]!;
    if (sign === '"' || sign === "'") return findQuotedKey();
    const stop = lineEnd(position);
    let at = text.indexOf(':', position);
    while (at >= 0 && at < stop && !isGapAt(at + 1)) at = text.indexOf(':', at + 1);
    if (at < 0 || at >= stop) return null;
    let last = at;
    while (text.charCodeAt(last - 1) === space) last--;
    const key = text.slice(position, last);
    if (key === '' || isIndicator(key) || key.includes(' #') || key.includes('\t')) giveUp();
    const range = { start: position, end: last };
    return { scalar: { type: 'scalar', range, value: readScalarValue(key), text: key, style: 'plain' }, after: at + 1 };
  }

  function findQuotedKey(): { readonly scalar: SourceScalar; readonly after: number } | null {
    const read = readFlowScalar(text, position, end) ?? giveUp();
    const at = skipSpaces(read.scalar.range.end);
    if (text.charCodeAt(at) !== colon || !isGapAt(at + 1)) return null;
    if (/[\r\n]/.test(text.slice(position, at))) giveUp();
    return { scalar: read.scalar, after: at + 1 };
  }

  const skipSpaces = (from: number): number => {
    let at = from;
    while (text.charCodeAt(at) === space) at++;
    return at;
  };

  return { nextLine, readBlock, isAtEnd, issues };
}

const isBreak = (unit: number): boolean => unit === newline || unit === carriageReturn;

const createNull = (position: number): SourceScalar => ({
  type: 'scalar',
  range: { start: position, end: position },
  value: null,
  text: '',
  style: 'plain',
});
