import type { TextRange } from './SourceFile.ts';
import type { SourceEntry, SourceNode, SourceScalar } from './SourceNode.ts';
import { maxDepth } from './toSourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** A JSON value that was read, or where and why it could not be. */
export type JsonResult =
  | { readonly ok: true; readonly root: SourceNode; readonly issues: readonly SyntaxIssue[] }
  | { readonly ok: false; readonly at: number };

const spacePattern = /[ \t\r\n]*/y;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const literals: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonError extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/** Reads one JSON value at `start`, blank space before it allowed; strict, so that what is not JSON is left to the YAML parser. */
export const parseJson = (text: string, start: number): JsonResult => {
  const issues: SyntaxIssue[] = [];
  try {
    const root = readValue(text, skipSpace(text, start), 0, issues);
    return { ok: true, root, issues };
  } catch (error) {
    if (error instanceof JsonError) return { ok: false, at: error.at };
    throw error;
  }
};

/** The offset after blank space. */
export const skipSpace = (text: string, offset: number): number => {
  spacePattern.lastIndex = offset;
  spacePattern.test(text);
  return spacePattern.lastIndex;
};

const readValue = (text: string, offset: number, depth: number, issues: SyntaxIssue[]): SourceNode => {
  if (depth > maxDepth) throw new JsonError(offset);
  switch (text[offset]) {
    case '{':
      return readObject(text, offset, depth, issues);
    case '[':
      return readArray(text, offset, depth, issues);
    case '"':
      return readText(text, offset);
    default:
      return readLiteral(text, offset);
  }
};

const readText = (text: string, offset: number): SourceScalar => {
  const end = endOfString(text, offset);
  const inner = text.slice(offset + 1, end - 1);
  const value = inner.includes('\\') ? (JSON.parse(text.slice(offset, end)) as string) : inner;
  return { type: 'scalar', range: { start: offset, end }, value, text: value, style: 'double' };
};

/** One unit after the other: one pattern for the whole of a long text overflows the stack. */
const endOfString = (text: string, offset: number): number => {
  let index = offset + 1;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (unit === 34) return index + 1;
    if (unit === 92) index = matchAt(escapePattern, text, index);
    else if (unit >= 32) index += 1;
    // A control character, or the end of the text.
    else throw new JsonError(index);
  }
};

const matchAt = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  if (!pattern.test(text)) throw new JsonError(offset);
  return pattern.lastIndex;
};

const readLiteral = (text: string, offset: number): SourceScalar => {
  for (const [word, value] of literals) {
    if (text.startsWith(word, offset)) return createLiteral(text, { start: offset, end: offset + word.length }, value);
  }
  const end = matchAt(numberPattern, text, offset);
  return createLiteral(text, { start: offset, end }, Number(text.slice(offset, end)));
};

const createLiteral = (text: string, range: TextRange, value: SourceScalar['value']): SourceScalar => ({
  type: 'scalar',
  range,
  value,
  text: text.slice(range.start, range.end),
  style: 'plain',
});

/** The offset after the closing `]` or `}`, having read what lies between with `readItem`, which returns where it ended. */
const readItems = (text: string, offset: number, close: string, readItem: (at: number) => number): number => {
  let at = skipSpace(text, offset + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skipSpace(text, readItem(at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new JsonError(at);
    at = skipSpace(text, at + 1);
  }
};

const readArray = (text: string, offset: number, depth: number, issues: SyntaxIssue[]): SourceNode => {
  const items: SourceNode[] = [];
  const end = readItems(text, offset, ']', (at) => {
    const item = readValue(text, at, depth + 1, issues);
    items.push(item);
    return item.range.end;
  });
  return { type: 'seq', flow: true, range: { start: offset, end }, items };
};

const readObject = (text: string, offset: number, depth: number, issues: SyntaxIssue[]): SourceNode => {
  const entries: SourceEntry[] = [];
  const seen = new Set<string>();
  const end = readItems(text, offset, '}', (at) => {
    if (text[at] !== '"') throw new JsonError(at);
    const key = readText(text, at);
    const colon = skipSpace(text, key.range.end);
    if (text[colon] !== ':') throw new JsonError(colon);
    const value = readValue(text, skipSpace(text, colon + 1), depth + 1, issues);
    entries.push({ key, value, range: { start: at, end: value.range.end } });
    if (seen.has(key.text)) {
      issues.push({ code: 'DUPLICATE_KEY', severity: 'warning', range: key.range, args: { key: key.text } });
    }
    seen.add(key.text);
    return value.range.end;
  });
  return { type: 'map', flow: true, range: { start: offset, end }, entries };
};
