import type { ShieldState } from '../../engine/index.ts';
import type { AxisEntry } from '../model/listAxis.ts';
import {
  originOf,
  readableCell,
  visibleColumns,
  visibleRows,
  type MatrixFrame,
  type MatrixPlace,
} from '../model/MatrixFrame.ts';
import { nameUnit, nodesOfUnit } from '../model/MatrixUnits.ts';
import type { MatrixPicture } from './drawMatrix.ts';
import type { Glyphs } from './createGlyphs.ts';
import type { MatrixTheme } from './MatrixTheme.ts';

type Pen = CanvasRenderingContext2D;

/** Names at the left and at the top; between them and the cells the bank of each node: its egress and its ingress. */
export function drawHeaders(pen: Pen, frame: MatrixFrame, picture: MatrixPicture, glyphs: Glyphs): void {
  const { theme } = glyphs;
  pen.fillStyle = theme.panel;
  pen.fillRect(0, 0, frame.width, frame.headHeight);
  pen.fillRect(0, 0, frame.headWidth, frame.height);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  drawSide(pen, frame, picture, glyphs, 'row');
  drawSide(pen, frame, picture, glyphs, 'column');
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(frame.headWidth - 0.5, frame.headHeight);
  pen.lineTo(frame.headWidth - 0.5, frame.height);
  pen.moveTo(frame.headWidth, frame.headHeight - 0.5);
  pen.lineTo(frame.width, frame.headHeight - 0.5);
  pen.stroke();
  drawCorner(pen, frame, theme);
}

/** Rows as they are; columns as rows of a sheet turned by a quarter to the left. */
function drawSide(
  pen: Pen,
  frame: MatrixFrame,
  { axis, units, hover, cursor }: MatrixPicture,
  glyphs: Glyphs,
  side: 'row' | 'column',
): void {
  const { theme } = glyphs;
  const isRow = side === 'row';
  const span = isRow ? visibleRows(frame) : visibleColumns(frame);
  const length = isRow ? frame.headWidth : frame.headHeight;
  pen.save();
  pen.beginPath();
  if (isRow) pen.rect(0, frame.headHeight, frame.headWidth, frame.height - frame.headHeight);
  else pen.rect(frame.headWidth, 0, frame.width - frame.headWidth, frame.headHeight);
  pen.clip();
  // Where rows are too narrow for names, every second or third has one: always the same ones.
  const every = Math.ceil(readableCell / frame.cell);
  for (let at = span.first; at < span.end; at += 1) {
    const entry = axis[at]!;
    const place: MatrixPlace = isRow ? { row: at, column: -1 } : { row: -1, column: at };
    const { x, y } = originOf(frame, place);
    const isAt = at === hover?.[side] || (hover === null && at === cursor?.[side]);
    const isCursor = cursor !== null && cursor.row === place.row && cursor.column === place.column;
    pen.save();
    if (isRow) pen.translate(0, y);
    else {
      pen.translate(x, frame.headHeight);
      pen.rotate(-Math.PI / 2);
    }
    if (isAt || isCursor || entry.expanded === true) {
      pen.fillStyle = isAt || isCursor ? theme.hover : theme.sunken;
      pen.fillRect(0, 0, length, frame.cell);
    }
    if (at % every === 0 || isAt) drawName(pen, entry, { units, glyphs, isAt, length, cell: frame.cell });
    const state = shieldOf(units, entry, isRow ? 'egress' : 'ingress');
    // The bank stands next to the cells: at the right of a row's name, above a column.
    if (state !== null) drawBank(pen, state, theme, { at: isRow ? length - 4 : 4, cell: frame.cell });
    if (isCursor) {
      pen.strokeStyle = theme.accent;
      pen.lineWidth = 2;
      pen.strokeRect(1, 1, length - 2, frame.cell - 2);
    }
    pen.restore();
  }
  pen.restore();

  function shieldOf(
    { snapshot }: MatrixPicture['units'],
    { unit, type }: AxisEntry,
    direction: 'ingress' | 'egress',
  ): ShieldState | null {
    return type === 'node' ? (snapshot.workloads[unit]?.[direction] ?? null) : null;
  }
}

interface NameOptions {
  readonly units: MatrixPicture['units'];
  readonly glyphs: Glyphs;
  readonly isAt: boolean;
  readonly length: number;
  readonly cell: number;
}

function drawName(pen: Pen, entry: AxisEntry, { units, glyphs, isAt, length, cell }: NameOptions): void {
  const { theme, fit } = glyphs;
  const { namespace, name } = nameUnit(units, entry.unit);
  const end = units.ends[entry.unit]!;
  const size = (cell >= 18 ? 12 : 11) * theme.scale;
  const middle = cell / 2 + 0.5;
  const ends = length - 12;
  let x = entry.nested ? 26 : 10;
  if (entry.type === 'group') {
    drawTwist(pen, 10, middle, entry.expanded === true, theme);
    x = 24;
    pen.font = `600 ${size}px ${theme.fontText}`;
    const count = String(nodesOfUnit(units, entry.unit).length);
    const room = ends - x - pen.measureText(count).width - 8;
    const text = fit(pen, name, room, end);
    pen.fillStyle = theme.ink;
    pen.fillText(text, x, middle);
    const wide = pen.measureText(text).width;
    pen.fillStyle = theme.inkFaint;
    pen.font = `400 ${size - 1}px ${theme.fontText}`;
    pen.fillText(count, x + wide + 6, middle);
    return;
  }
  pen.font = `${isAt ? 600 : 400} ${size}px ${theme.fontText}`;
  if (namespace !== null && !entry.nested) {
    const prefix = fit(pen, `${namespace}/`, (ends - x) * 0.5);
    pen.fillStyle = theme.inkFaint;
    pen.fillText(prefix, x, middle);
    x += pen.measureText(prefix).width;
  }
  pen.fillStyle = isAt ? theme.ink : theme.inkMuted;
  pen.fillText(fit(pen, name, ends - x, end), x, middle);
}

function drawTwist(pen: Pen, x: number, y: number, isOpen: boolean, theme: MatrixTheme): void {
  pen.strokeStyle = theme.inkMuted;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (isOpen) {
    pen.moveTo(x, y - 2);
    pen.lineTo(x + 4, y + 2);
    pen.lineTo(x + 8, y - 2);
  } else {
    pen.moveTo(x + 2, y - 4);
    pen.lineTo(x + 6, y);
    pen.lineTo(x + 2, y + 4);
  }
  pen.stroke();
}

/** A dashed bank is open; a dike with a gate is isolated; a full one closed; broken ones differ by pod, or are uncertain. */
function drawBank(
  pen: Pen,
  state: ShieldState,
  theme: MatrixTheme,
  { at, cell }: { readonly at: number; readonly cell: number },
): void {
  const start = 2;
  const end = cell - 2;
  pen.strokeStyle = {
    open: theme.open,
    closed: theme.ink,
    isolated: theme.ink,
    mixed: theme.inkMuted,
    uncertain: theme.uncertain,
  }[state];
  pen.lineWidth = state === 'open' ? 1.5 : 2.5;
  pen.setLineDash(state === 'open' ? [1.5, 2.5] : state === 'mixed' ? [5, 2] : state === 'uncertain' ? [3, 2.5] : []);
  pen.beginPath();
  pen.moveTo(at, start);
  if (state === 'isolated') {
    const gate = Math.max(2, cell / 6);
    pen.lineTo(at, cell / 2 - gate);
    pen.moveTo(at, cell / 2 + gate);
  }
  pen.lineTo(at, end);
  pen.stroke();
  pen.setLineDash([]);
}

function drawCorner(pen: Pen, { headWidth, headHeight }: MatrixFrame, theme: MatrixTheme): void {
  pen.fillStyle = theme.panel;
  pen.fillRect(0, 0, headWidth, headHeight);
  pen.strokeStyle = theme.line;
  pen.beginPath();
  pen.moveTo(headWidth - 0.5, headHeight);
  pen.lineTo(headWidth - 0.5, headHeight - 22);
  pen.moveTo(headWidth, headHeight - 0.5);
  pen.lineTo(headWidth - 60, headHeight - 0.5);
  pen.stroke();
  pen.fillStyle = theme.inkFaint;
  pen.font = `500 ${11 * theme.scale}px ${theme.fontText}`;
  pen.textAlign = 'left';
  pen.fillText('from ↓', 10, headHeight - 11);
  pen.textAlign = 'right';
  pen.fillText('to →', headWidth - 10, headHeight - 11);
  pen.textAlign = 'left';
}
