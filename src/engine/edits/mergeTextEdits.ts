import { orderTextEdits, type TextSplice } from './applyTextEdits.ts';

/**
 * One set of edits with the effect of `first` and then `second`. Offsets of `first` and of the result are those of `text`,
 * offsets of `second` those of the text after `first`. What `first` wrote and `second` took away again leaves no trace.
 * Null when the edits do not fit.
 */
export function mergeTextEdits(
  text: string,
  { first, second }: { readonly first: readonly TextSplice[]; readonly second: readonly TextSplice[] },
): TextSplice[] | null {
  const a = orderTextEdits(text, first);
  if (a === null) return null;
  const middle = toPieces(text.length, a);
  const length = middle.reduce(
    (sum, piece) => sum + (piece.type === 'kept' ? piece.end - piece.start : piece.text.length),
    0,
  );
  const b = orderTextEdits({ length }, second);
  return b === null ? null : toSplices(text.length, replacePieces(middle, b));
}

/** The text after an edit, as stretches of the old text and new ones. */
type Piece =
  | { readonly type: 'kept'; readonly start: number; readonly end: number }
  | { readonly type: 'new'; readonly text: string };

function toPieces(length: number, edits: readonly TextSplice[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { range, text } of edits) {
    pieces.push({ type: 'kept', start: position, end: range.start }, { type: 'new', text });
    position = range.end;
  }
  pieces.push({ type: 'kept', start: position, end: length });
  return pieces;
}

function replacePieces(pieces: readonly Piece[], edits: readonly TextSplice[]): Piece[] {
  const result: Piece[] = [];
  let position = 0;
  for (const { range, text } of edits) {
    result.push(...slicePieces(pieces, position, range.start), { type: 'new', text });
    position = range.end;
  }
  result.push(...slicePieces(pieces, position, Infinity));
  return result;
}

function slicePieces(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const result: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const length = piece.type === 'kept' ? piece.end - piece.start : piece.text.length;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    if (from < to) {
      result.push(
        piece.type === 'kept'
          ? { type: 'kept', start: piece.start + from, end: piece.start + to }
          : { type: 'new', text: piece.text.slice(from, to) },
      );
    }
    offset += length;
  }
  return result;
}

function toSplices(length: number, pieces: readonly Piece[]): TextSplice[] {
  const splices: TextSplice[] = [];
  let position = 0;
  let pending = '';
  const flush = (next: number): void => {
    if (pending !== '' || next > position) splices.push({ range: { start: position, end: next }, text: pending });
    pending = '';
  };
  for (const piece of pieces) {
    if (piece.type === 'new') pending += piece.text;
    else if (piece.start < piece.end) {
      flush(piece.start);
      position = piece.end;
    }
  }
  flush(length);
  return splices;
}
