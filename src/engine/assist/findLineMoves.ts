import { findColumn, findLineStart, isFirstOnLine } from '../edits/textLines.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';

/** By the start of a line: the columns that it is indented by now, and those that it should be. */
export type LineMoves = Map<number, { readonly from: number; readonly to: number }>;

/**
 * How far each line of a block document is to be indented in its own style. Values that go over several lines move with
 * the line that they begin on. Null where a line cannot be placed (a dash alone on its line, tabs).
 */
export const findLineMoves = (text: string, root: SourceNode, style: TextStyle): LineMoves | null => {
  const moves: LineMoves = new Map();
  let unusual = false;

  /** Sets the line that `offset` is the first of to a column; returns how far it moves. */
  const place = (offset: number, to: number): number => {
    const from = findColumn(text, offset);
    if (isFirstOnLine(text, offset)) moves.set(findLineStart(text, offset), { from, to });
    else return moves.get(findLineStart(text, offset))?.to ?? 0;
    return to - from;
  };

  const moveRest = (node: SourceNode, delta: number): void => {
    for (let newline = text.indexOf('\n', node.range.start); newline >= 0 && newline < node.range.end - 1;) {
      const start = newline + 1;
      const indent = /^[ \t]*/.exec(text.slice(start, node.range.end))![0];
      if (text[start + indent.length] !== '\n' && text[start + indent.length] !== '\r') {
        if (indent.length + delta < 0) unusual = true;
        moves.set(start, { from: indent.length, to: Math.max(0, indent.length + delta) });
      }
      newline = text.indexOf('\n', start);
    }
  };

  const visit = (node: SourceNode, column: number, delta: number): void => {
    if (node.type === 'map' && !node.flow) {
      for (const { key, value } of node.entries) {
        const moved = isFirstOnLine(text, key.range.start) ? place(key.range.start, column) : delta;
        const inner = column + (value.type === 'seq' ? style.sequenceOffset : style.step);
        const onLine = findLineStart(text, value.range.start) === findLineStart(text, key.range.start);
        if (onLine || !isBlock(value)) moveRest(value, moved);
        else visit(value, inner, moved);
      }
    } else if (node.type === 'seq' && !node.flow) {
      for (const item of node.items) visitItem(item, column);
    } else moveRest(node, delta);
  };

  const visitItem = (item: SourceNode, column: number): void => {
    const lineStart = findLineStart(text, item.range.start);
    const before = text.slice(lineStart, item.range.start);
    const dash = /^( *)-( +)$/.exec(before);
    if (dash === null) {
      unusual = unusual || isBlock(item) || item.range.start !== item.range.end;
      return;
    }
    const moved = place(lineStart + dash[1]!.length, column);
    const inner = column + 1 + dash[2]!.length;
    if (isBlock(item)) visit(item, inner, moved);
    else moveRest(item, moved);
  };

  visit(root, findColumn(text, root.range.start) === 0 ? 0 : findColumn(text, root.range.start), 0);
  return unusual ? null : moves;
};

const isBlock = (node: SourceNode): boolean => (node.type === 'map' || node.type === 'seq') && !node.flow;
