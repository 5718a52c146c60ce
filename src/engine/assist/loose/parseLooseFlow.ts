import type { SourceEntry, SourceMap, SourceNode, SourceSeq } from '../../manifest/SourceNode.ts';
import { findQuoteEnd, nullAt, readLooseScalar } from './readLooseScalar.ts';

export interface LooseFlow {
  readonly node: SourceNode;
  /** Where the reading stopped. */
  readonly end: number;
}

/** Blank space, line ends and comments. */
const skipSpace = (source: string, start: number, limit: number): number => {
  let at = start;
  while (at < limit) {
    const character = source[at]!;
    if (character === '#' && /\s/.test(source[at - 1] ?? ' ')) {
      const newline = source.indexOf('\n', at);
      at = newline < 0 ? limit : newline;
    } else if (/\s/.test(character)) at++;
    else break;
  }
  return Math.min(at, limit);
};

const readScalar = (source: string, start: number, limit: number): LooseFlow => {
  if (source[start] === '"' || source[start] === "'") {
    const end = findQuoteEnd(source, start, limit);
    return { node: readLooseScalar(source, { start, end }), end };
  }
  let at = start;
  while (at < limit && !/[,[\]{}\n]/.test(source[at]!)) {
    if (source[at] === ':' && /[\s,[\]{}]|$/.test(source[at + 1] ?? '')) break;
    if (source[at] === '#' && /\s/.test(source[at - 1] ?? '')) break;
    at++;
  }
  const end = start + source.slice(start, at).trimEnd().length;
  return { node: readLooseScalar(source, { start, end }), end: Math.max(at, start) };
};

/**
 * A `{ … }` or `[ … ]` at `start` up to its bracket, or to `limit` when that is missing; also any other value. What makes no
 * sense is passed over.
 */
export const parseLooseFlow = (source: string, start: number, limit: number): LooseFlow => {
  if (source[start] === '{') return parseMap(source, start, limit);
  if (source[start] === '[') return parseSeq(source, start, limit);
  return readScalar(source, start, limit);
};

const parseSeq = (source: string, start: number, limit: number): LooseFlow => {
  const items: SourceNode[] = [];
  let at = start + 1;
  for (;;) {
    at = skipSpace(source, at, limit);
    if (at >= limit) break;
    const character = source[at];
    if (character === ']') {
      at++;
      break;
    }
    if (character === ',' || character === '}' || character === ':') {
      at++;
      continue;
    }
    const item = parseLooseFlow(source, at, limit);
    items.push(item.node);
    at = Math.max(item.end, at + 1);
  }
  const node: SourceSeq = { type: 'seq', flow: true, items, range: { start, end: at } };
  return { node, end: at };
};

const parseMap = (source: string, start: number, limit: number): LooseFlow => {
  const entries: SourceEntry[] = [];
  let at = start + 1;
  for (;;) {
    at = skipSpace(source, at, limit);
    if (at >= limit) break;
    const character = source[at];
    if (character === '}') {
      at++;
      break;
    }
    if (/[,\][{:]/.test(character!)) {
      at++;
      continue;
    }
    const key = readScalar(source, at, limit);
    if (key.node.type !== 'scalar') break;
    at = skipSpace(source, Math.max(key.end, at + 1), limit);
    let value: SourceNode = nullAt(key.node.range.end);
    if (source[at] === ':') {
      const from = skipSpace(source, at + 1, limit);
      if (from < limit && !/[,}\]]/.test(source[from]!)) {
        const read = parseLooseFlow(source, from, limit);
        value = read.node;
        at = Math.max(read.end, from);
      } else {
        value = nullAt(at + 1);
        at = from;
      }
    }
    entries.push({ key: key.node, value, range: { start: key.node.range.start, end: value.range.end } });
  }
  const node: SourceMap = { type: 'map', flow: true, entries, range: { start, end: at } };
  return { node, end: at };
};
