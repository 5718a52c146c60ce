import type { SourceNode } from '../../manifest/SourceNode.ts';
import type { TextRange } from '../../manifest/SourceFile.ts';
import type { Draft } from './Draft.ts';
import { parseLooseFlow } from './parseLooseFlow.ts';
import { findQuoteEnd, readLooseScalar } from './readLooseScalar.ts';

/** A key and the colon behind it, at the start of what is left of a line. */
const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:{}[\],&*!|>'"%@`-](?:[^:#]|:(?=\S)|(?<=\S)#)*?|-(?=\S)(?:[^:#]|:(?=\S))*?)[ \t]*:(?=\s|$)/;
const propertiesPattern = /^(?:[&!][^\s,[\]{}]*[ \t]+)+/;
const nestedLine = /^[ \t]*(?:-[ \t]|["']?[A-Za-z][\w./-]*["']?[ \t]*:(?:\s|$))/;

/** The lines of a document, each under the one it belongs to by its indentation. Whatever the text is, there is an answer. */
export const readDrafts = (source: string, range: TextRange): readonly Draft[] => {
  const roots: Draft[] = [];
  const open: Draft[] = [];
  let skipDeeperThan: number | null = null;
  let lineStart = range.start;

  const attach = (draft: Draft): void => {
    while (open.length > 0 && !canHold(open.at(-1)!, draft)) open.pop();
    (open.at(-1)?.children ?? roots).push(draft);
    open.push(draft);
  };

  while (lineStart < range.end) {
    const newline = source.indexOf('\n', lineStart);
    const end = newline < 0 || newline > range.end ? range.end : newline;
    const next = end + 1;
    const line = source.slice(lineStart, end).trimEnd();
    const indent = /^[ \t]*/.exec(line)![0].length;
    let resume = next;
    const skipped: boolean = skipDeeperThan !== null && (line.trim() === '' || indent > skipDeeperThan);
    if (!skipped && line.trim() !== '' && line[indent] !== '#' && !/^(?:---|\.\.\.|%)/.test(line)) {
      skipDeeperThan = null;
      const read = readLine({ source, lineStart, end: lineStart + line.length, limit: range.end }, indent);
      read.drafts.forEach(attach);
      if (read.blockScalar) skipDeeperThan = read.drafts.findLast(({ type }) => type === 'entry')?.column ?? indent;
      if (read.end > end) resume = Math.max(next, source.indexOf('\n', read.end) + 1 || range.end);
    }
    lineStart = resume;
  }
  return roots;
};

/** A list may stand in the column of its key; everything else stands deeper than what holds it. */
const canHold = (holder: Draft, { type, column }: Draft): boolean => {
  if (holder.type === 'word') return false;
  if (column > holder.column) return true;
  return type === 'item' && holder.type === 'entry' && column === holder.column && holder.value === null;
};

interface Line {
  readonly source: string;
  readonly lineStart: number;
  readonly end: number;
  /** Of the document. */
  readonly limit: number;
}

interface LineRead {
  readonly drafts: readonly Draft[];
  readonly blockScalar: boolean;
  /** Where it ends: after the line, for a flow collection that goes on. */
  readonly end: number;
}

const readLine = (line: Line, indent: number): LineRead => {
  const { source, lineStart } = line;
  const drafts: Draft[] = [];
  let at = lineStart + indent;
  while (source[at] === '-' && (at + 1 >= line.end || /[ \t]/.test(source[at + 1]!))) {
    drafts.push({ column: at - lineStart, start: at, type: 'item', key: null, value: null, children: [] });
    at++;
    while (at < line.end && /[ \t]/.test(source[at]!)) at++;
  }
  if (at >= line.end || source[at] === '#') return { drafts, blockScalar: false, end: line.end };
  const column = at - lineStart;
  const key = keyPattern.exec(source.slice(at, line.end));
  if (key === null) {
    const { value, blockScalar, end } = readValue(line, at, column);
    drafts.push({ column, start: at, type: 'word', key: null, value, children: [] });
    return { drafts, blockScalar, end };
  }
  const scalar = readLooseScalar(source, { start: at, end: at + key[1]!.length });
  const { value, blockScalar, end } = readValue(line, at + key[0].length, column);
  drafts.push({ column, start: at, type: 'entry', key: scalar, value, children: [] });
  return { drafts, blockScalar, end };
};

interface ValueRead {
  readonly value: SourceNode | null;
  readonly blockScalar: boolean;
  readonly end: number;
}

const readValue = ({ source, end, limit }: Line, from: number, column: number): ValueRead => {
  let at = from;
  while (at < end && /[ \t]/.test(source[at]!)) at++;
  at += propertiesPattern.exec(source.slice(at, end))?.[0].length ?? 0;
  if (at >= end || source[at] === '#') return { value: null, blockScalar: false, end };
  const first = source[at]!;
  if (first === '|' || first === '>')
    return { value: readLooseScalar(source, { start: at, end }), blockScalar: true, end };
  if (first === '{' || first === '[') {
    const flow = parseLooseFlow(source, at, findFlowLimit(source, at, { column, limit }));
    return { value: flow.node, blockScalar: false, end: Math.max(flow.end, end) };
  }
  if (first === '"' || first === "'") {
    return {
      value: readLooseScalar(source, { start: at, end: findQuoteEnd(source, at, end) }),
      blockScalar: false,
      end,
    };
  }
  const comment = /[ \t]#/.exec(source.slice(at, end));
  const stop = comment === null ? end : at + comment.index;
  return {
    value: readLooseScalar(source, { start: at, end: at + source.slice(at, stop).trimEnd().length }),
    blockScalar: false,
    end,
  };
};

/** How far a bracket may reach when it is never closed: to the next line that looks like one of the block around it. */
const findFlowLimit = (source: string, from: number, { column, limit }: { column: number; limit: number }): number => {
  for (let newline = source.indexOf('\n', from); newline >= 0 && newline < limit;) {
    const next = source.indexOf('\n', newline + 1);
    const line = source.slice(newline + 1, next < 0 ? limit : Math.min(next, limit));
    const indent = /^[ \t]*/.exec(line)![0].length;
    if (indent <= column && nestedLine.test(line)) return newline;
    newline = next;
  }
  return limit;
};
