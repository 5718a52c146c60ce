import { isCollection, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';
import type { TextRange } from './SourceFile.ts';

/** A copy of the same length, and the stretches in which it differs. */
export interface JoinedText {
  readonly text: string;
  readonly stretches: readonly TextRange[];
}

/**
 * kubectl's parser (go-yaml) ignores indentation and tabs inside `[ ]`, `{ }` and quotes; the `yaml` library does not.
 * This copies a document with every such value that goes over several lines, or has tabs, put on one line by blanks:
 * every offset stays. A rough scan of the text, so the result counts only if `isFaithful`. Null when nothing changes.
 */
export const joinFlowLines = (source: string): JoinedText | null => {
  const stretches: TextRange[] = [];
  const scanner = { source, offset: 0, stretches };
  while (scanner.offset < source.length) scanLine(scanner);
  if (stretches.length === 0) return null;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of stretches) {
    parts.push(source.slice(done, start), joinStretch(source.slice(start, end)));
    done = end;
  }
  return { text: parts.join('') + source.slice(done), stretches };
};

/** Whether the parsed copy has a flow collection or quoted text exactly where each stretch is: then the scan was right. */
export const isFaithful = (document: Document, stretches: readonly TextRange[]): boolean => {
  const found = new Set<string>();
  visit(document, {
    Node: (_key, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const flow = isCollection(node) && node.flow === true;
      if (node.range && (quoted || flow)) found.add(`${node.range[0]}-${node.range[1]}`);
    },
  });
  return stretches.every(({ start, end }) => found.has(`${start}-${end}`));
};

interface Scanner {
  readonly source: string;
  offset: number;
  readonly stretches: TextRange[];
}

const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';
const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';
const isGap = (char: string | undefined): boolean => char === undefined || isBlank(char) || isBreak(char);

const lineEnd = (source: string, offset: number): number => {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end + 1;
};

/** One line of block context, and the lines of the values that begin on it. */
const scanLine = (scanner: Scanner): void => {
  const { source } = scanner;
  const lineStart = scanner.offset;
  let parent = -1;
  for (;;) {
    while (isBlank(source[scanner.offset])) scanner.offset++;
    const char = source[scanner.offset];
    if (char === undefined || isBreak(char) || char === '#') break;
    if ((char === '-' || char === '?' || char === ':') && isGap(source[scanner.offset + 1])) {
      if (char !== ':') parent = scanner.offset - lineStart;
      scanner.offset++;
    } else if (char === '&' || char === '!') {
      while (!isGap(source[scanner.offset])) scanner.offset++;
    } else if (char === '|' || char === '>') {
      skipBlockScalar(scanner, parent);
      return;
    } else {
      const column = scanner.offset - lineStart;
      const start = scanner.offset;
      if (char === '"' || char === "'") scanner.offset = endOfQuoted(source, start);
      else if (char === '[' || char === '{') scanner.offset = endOfFlow(source, start);
      else scanner.offset = endOfPlain(source, start);
      if (/[\n\t]/.test(source.slice(start, scanner.offset)) && char !== undefined && '"\'[{'.includes(char)) {
        scanner.stretches.push({ start, end: scanner.offset });
      }
      if (source[scanner.offset] === ':') parent = column;
    }
  }
  scanner.offset = lineEnd(source, scanner.offset);
};

const skipBlockScalar = (scanner: Scanner, parent: number): void => {
  const { source } = scanner;
  let offset = lineEnd(source, scanner.offset);
  while (offset < source.length) {
    let content = offset;
    while (source[content] === ' ') content++;
    if (!isBreak(source[content]) && content < source.length && content - offset <= parent) break;
    offset = lineEnd(source, offset);
  }
  scanner.offset = offset;
};

const endOfPlain = (source: string, start: number): number => {
  let offset = start;
  while (offset < source.length && !isBreak(source[offset])) {
    if (source[offset] === ':' && isGap(source[offset + 1])) break;
    if (source[offset] === '#' && isBlank(source[offset - 1])) break;
    offset++;
  }
  return offset;
};

const endOfQuoted = (source: string, start: number): number => {
  const quote = source[start];
  for (let offset = start + 1; offset < source.length; offset++) {
    const char = source[offset];
    if (quote === '"' && char === '\\') offset++;
    else if (quote === "'" && char === quote && source[offset + 1] === quote) offset++;
    else if (char === quote) return offset + 1;
  }
  return source.length;
};

/** Calls back for each stretch inside `[ ]` or `{ }` that is a quoted text or a comment; returns where the brackets close. */
const endOfFlow = (
  source: string,
  start: number,
  onPart: (kind: 'quoted' | 'comment', start: number, end: number) => void = () => undefined,
): number => {
  let depth = 0;
  let fresh = true;
  for (let offset = start; offset < source.length; offset++) {
    const char = source[offset] ?? '';
    if (isGap(char)) continue;
    if ((char === '"' || char === "'") && fresh) {
      const end = endOfQuoted(source, offset);
      onPart('quoted', offset, end);
      offset = end - 1;
      fresh = false;
    } else if (char === '#' && isGap(source[offset - 1])) {
      const end = endOfComment(source, offset);
      onPart('comment', offset, end);
      offset = end - 1;
    } else {
      if (char === '[' || char === '{') depth++;
      if (char === ']' || char === '}') depth--;
      if (depth === 0) return offset + 1;
      fresh = '[{,:?'.includes(char);
    }
  }
  return source.length;
};

const endOfComment = (source: string, start: number): number => {
  let offset = start;
  while (offset < source.length && !isBreak(source[offset])) offset++;
  return offset;
};

const blankOut = (text: string): string => text.replace(/[\r\n\t]/g, ' ');

const joinStretch = (stretch: string): string => {
  if (stretch.startsWith('"') || stretch.startsWith("'")) return stretch.replace(/[\r\n]/g, ' ');
  const parts: string[] = [];
  let done = 0;
  endOfFlow(stretch, 0, (kind, start, end) => {
    parts.push(blankOut(stretch.slice(done, start)));
    const part = stretch.slice(start, end);
    parts.push(kind === 'comment' ? ' '.repeat(part.length) : part.replace(/[\r\n]/g, ' '));
    done = end;
  });
  return parts.join('') + blankOut(stretch.slice(done));
};
