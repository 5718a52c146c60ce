import { applyTextEdits, type TextSplice } from '../edits/applyTextEdits.ts';
import { detectTextStyle } from '../edits/detectTextStyle.ts';
import { equalTrees } from '../edits/verifyTreeChanges.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import type { FilePath, TextRange } from '../manifest/SourceFile.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import type { FormatResult } from './FormatResult.ts';
import { findLineMoves } from './findLineMoves.ts';

/**
 * Sets the document at an offset right, and nothing but white space: blanks at ends of lines, and the indentation of lines
 * that are indented otherwise than most. Comments never move: where one would have to, it is refused. Proven by parsing:
 * the document means the same afterwards.
 */
export const planFormat = (base: AssistBase, file: FilePath, offset: number): FormatResult => {
  const found = findFile(base, file);
  const document = found?.documents.findLast(({ range }) => range.start <= offset && offset <= range.end);
  if (found === null || document === undefined) return { ok: false, reason: 'BROKEN' };
  const { root, range } = document;
  if (document.problems.some(({ code }) => code === 'HELM_TEMPLATE')) return { ok: false, reason: 'TEMPLATE' };
  if (root === null) return { ok: false, reason: document.status === 'empty' ? 'TIDY' : 'BROKEN' };
  const { text } = found.source;
  const moves = findLineMoves(text, root, detectTextStyle(text, [root]));
  if (moves === null) return { ok: false, reason: 'UNUSUAL' };
  if (movesComments(text, range, moves)) return { ok: false, reason: 'COMMENTS' };
  const splices = [...listTrailingBlanks(text, range, root), ...toSplices(moves)];
  if (splices.length === 0) return { ok: false, reason: 'TIDY' };
  const after = applyTextEdits(text, splices);
  const parsed =
    after === null
      ? null
      : parseDocument(after, { start: range.start, end: range.end + after.length - text.length }).root;
  if (parsed === null || !equalTrees(root, parsed)) return { ok: false, reason: 'UNUSUAL' };
  return { ok: true, edits: splices.map((splice) => ({ ...splice, file })) };
};

const toSplices = (moves: ReadonlyMap<number, { readonly from: number; readonly to: number }>): readonly TextSplice[] =>
  [...moves]
    .filter(([, { from, to }]) => from !== to)
    .map(([start, { from, to }]) => ({ range: { start, end: start + from }, text: ' '.repeat(to) }));

/** Blanks at the ends of lines that are not part of a value. */
const listTrailingBlanks = (text: string, range: TextRange, root: SourceNode): readonly TextSplice[] => {
  const values = listLongScalars(text, root);
  const splices: TextSplice[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(/(?<=\S)[ \t]+(?=\r?\n|$)/g)) {
    const start = range.start + match.index;
    const inValue = values.some((value) => value.start < start && start < value.end);
    if (!inValue) splices.push({ range: { start, end: start + match[0].length }, text: '' });
  }
  return splices;
};

const listLongScalars = (text: string, node: SourceNode): readonly TextRange[] => {
  if (node.type === 'scalar') return text.slice(node.range.start, node.range.end).includes('\n') ? [node.range] : [];
  if (node.type === 'map') return node.entries.flatMap(({ value }) => listLongScalars(text, value));
  return node.type === 'seq' ? node.items.flatMap((item) => listLongScalars(text, item)) : [];
};

/** Whether a comment stands above, or at the end of, lines that move. */
const movesComments = (
  text: string,
  range: TextRange,
  moves: ReadonlyMap<number, { readonly from: number; readonly to: number }>,
): boolean => {
  const hasMoved = (start: number | null): boolean => {
    const move = start === null ? undefined : moves.get(start);
    return move !== undefined && move.from !== move.to;
  };
  let above: number | null = null;
  let comment = false;
  let aboveMoved = false;
  for (let start = range.start; start < range.end;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? range.end : newline;
    const line = text.slice(start, end).trim();
    if (line.startsWith('#')) {
      comment = true;
      aboveMoved = hasMoved(above);
    } else if (line !== '') {
      if (comment && (hasMoved(start) || aboveMoved)) return true;
      comment = false;
      above = start;
    }
    start = end + 1;
  }
  return comment && aboveMoved;
};
