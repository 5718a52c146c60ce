import {
  originOf,
  visibleColumns,
  visibleRows,
  type MatrixFrame,
  type MatrixPlace,
  type Span,
} from '../model/MatrixFrame.ts';
import { toPairCode } from '../../engine/index.ts';
import type { Glyphs } from './createGlyphs.ts';
import type { MatrixTheme } from './MatrixTheme.ts';
import { drawLevels } from './drawLevels.ts';
import { countKinds } from '../model/createVerdictRows.ts';
import type { MatrixPicture } from './drawMatrix.ts';

/** Below this size lines between all cells would be most of the picture. */
const ruledCell = 11;

const denied = toPairCode('denied');

export function drawCells(
  pen: CanvasRenderingContext2D,
  frame: MatrixFrame,
  picture: MatrixPicture,
  glyphs: Glyphs,
): void {
  const rows = visibleRows(frame);
  const columns = visibleColumns(frame);
  fillBands(pen, frame, picture, { rows, columns }, glyphs.theme);
  for (let row = rows.first; row < rows.end; row += 1) drawRow(pen, frame, picture, glyphs, row, columns);
  if (frame.cell >= ruledCell) drawLines(pen, frame, { rows, columns }, glyphs.theme);
  for (const [place, colour] of [
    [picture.selected, glyphs.theme.accent],
    [picture.cursor, glyphs.theme.accent],
  ] as const) {
    if (place !== null && place.row >= 0 && place.column >= 0) outline(pen, frame, place, colour);
  }
}

function drawRow(
  pen: CanvasRenderingContext2D,
  frame: MatrixFrame,
  { axis, rows }: MatrixPicture,
  glyphs: Glyphs,
  row: number,
  columns: Span,
): void {
  const from = axis[row]!;
  const verdicts = from.type === 'node' ? rows.ofNode(from.unit) : null;
  let counts: Uint32Array | null = null;
  const y = frame.headHeight + row * frame.cell - frame.scrollY;
  const left = frame.headWidth - frame.scrollX;
  const showsDenied = frame.cell >= 14;
  for (let column = columns.first; column < columns.end; column += 1) {
    const to = axis[column]!;
    const x = left + column * frame.cell;
    if (verdicts !== null && to.type === 'node') {
      const code = verdicts[to.unit]!;
      if (code !== denied || showsDenied) glyphs.draw(pen, code, x, y);
    } else {
      counts ??= rows.countsOf(from.unit);
      drawLevels(pen, { x, y, cell: frame.cell }, counts, to.unit * countKinds, glyphs);
    }
  }
}

interface Spans {
  readonly rows: Span;
  readonly columns: Span;
}

/** Groups stand on a ground of their own; what the pointer is at is a cross of two bands. */
function fillBands(
  pen: CanvasRenderingContext2D,
  frame: MatrixFrame,
  { axis, hover, cursor }: MatrixPicture,
  { rows, columns }: Spans,
  theme: MatrixTheme,
): void {
  const right = Math.min(frame.width, frame.headWidth + frame.count * frame.cell - frame.scrollX);
  const bottom = Math.min(frame.height, frame.headHeight + frame.count * frame.cell - frame.scrollY);
  const fillRow = (row: number): void =>
    pen.fillRect(frame.headWidth, originOf(frame, { row, column: 0 }).y, right - frame.headWidth, frame.cell);
  const fillColumn = (column: number): void =>
    pen.fillRect(originOf(frame, { row: 0, column }).x, frame.headHeight, frame.cell, bottom - frame.headHeight);
  pen.fillStyle = theme.panel;
  pen.fillRect(frame.headWidth, frame.headHeight, right - frame.headWidth, bottom - frame.headHeight);
  pen.fillStyle = theme.sunken;
  for (let row = rows.first; row < rows.end; row += 1) if (isOpenGroup(axis[row])) fillRow(row);
  for (let column = columns.first; column < columns.end; column += 1) if (isOpenGroup(axis[column])) fillColumn(column);
  const at = hover ?? cursor;
  if (at === null) return;
  pen.fillStyle = theme.hover;
  if (at.row >= 0) fillRow(at.row);
  if (at.column >= 0) fillColumn(at.column);
}

const isOpenGroup = (entry: MatrixPicture['axis'][number] | undefined): boolean => entry?.expanded === true;

function drawLines(
  pen: CanvasRenderingContext2D,
  frame: MatrixFrame,
  { rows, columns }: Spans,
  theme: MatrixTheme,
): void {
  const right = frame.headWidth + frame.count * frame.cell - frame.scrollX;
  const bottom = frame.headHeight + frame.count * frame.cell - frame.scrollY;
  pen.beginPath();
  for (let row = rows.first; row <= rows.end; row += 1) {
    const y = Math.round(originOf(frame, { row, column: 0 }).y) - 0.5;
    pen.moveTo(frame.headWidth, y);
    pen.lineTo(Math.min(frame.width, right), y);
  }
  for (let column = columns.first; column <= columns.end; column += 1) {
    const x = Math.round(originOf(frame, { row: 0, column }).x) - 0.5;
    pen.moveTo(x, frame.headHeight);
    pen.lineTo(x, Math.min(frame.height, bottom));
  }
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  pen.globalAlpha = 0.6;
  pen.stroke();
  pen.globalAlpha = 1;
}

function outline(pen: CanvasRenderingContext2D, frame: MatrixFrame, place: MatrixPlace, colour: string): void {
  const { x, y } = originOf(frame, place);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.strokeRect(x + 1, y + 1, frame.cell - 2, frame.cell - 2);
}
