import { pairVerdicts, type PairVerdict } from '../../engine/index.ts';
import { createFitText, type FitText } from './fitText.ts';
import type { MatrixTheme } from './MatrixTheme.ts';

/** One sign per verdict at the size of a cell, drawn once; shape and colour both tell them apart. */
export interface Glyphs {
  readonly cell: number;
  readonly ratio: number;
  readonly theme: MatrixTheme;
  readonly fit: FitText;
  /** Draws the sign of a code with its corner at (x, y), CSS px. */
  draw(context: CanvasRenderingContext2D, code: number, x: number, y: number): void;
  /** Draws a part of the pattern of a verdict that fills cells by share, where it would be in the cell whose corner is `corner`. */
  drawLayer(
    context: CanvasRenderingContext2D,
    verdict: LayerPattern,
    corner: { readonly x: number; readonly y: number },
    part: Area,
  ): void;
}

/** Layers that are patterns: colour would be all that tells them apart. */
export type LayerPattern = 'open' | 'uncertain';
const patterns: readonly LayerPattern[] = ['open', 'uncertain'];

type Pen = CanvasRenderingContext2D;

export function createGlyphs(theme: MatrixTheme, cell: number, ratio: number): Glyphs {
  const size = Math.round(cell * ratio);
  const sheet = document.createElement('canvas');
  sheet.width = size * (pairVerdicts.length + patterns.length);
  sheet.height = size;
  const pen = sheet.getContext('2d')!;
  const drawAt = (column: number, drawing: () => void): void => {
    pen.save();
    pen.translate(column * size, 0);
    pen.scale(size / cell, size / cell);
    drawing();
    pen.restore();
  };
  const inset = glyphInset(cell);
  const area = { x: inset, y: inset, width: cell - 2 * inset, height: cell - 2 * inset };
  pairVerdicts.forEach((verdict, code) => drawAt(code, () => drawGlyph(pen, verdict, cell, theme)));
  patterns.forEach((pattern, at) =>
    drawAt(pairVerdicts.length + at, () => (pattern === 'open' ? hatch : dot)(pen, area, theme)),
  );
  return {
    cell,
    ratio,
    theme,
    fit: createFitText(),
    draw: (context, code, x, y) => context.drawImage(sheet, code * size, 0, size, size, x, y, cell, cell),
    drawLayer: (context, verdict, corner, { x, y, width, height }) => {
      const k = size / cell;
      const left = (pairVerdicts.length + patterns.indexOf(verdict)) * size + (x - corner.x) * k;
      context.drawImage(sheet, left, (y - corner.y) * k, width * k, height * k, x, y, width, height);
    },
  };
}

/** Room between a sign and the lines around it. */
export const glyphInset = (cell: number): number => (cell >= 18 ? 3 : cell >= 11 ? 2 : 1);

/**
 * rule: full, with a check where there is room · partial: half · uncertain: framed, with a question mark or a dot · open:
 * hatched · denied: a faint dash where there is room · unlisted: three dots · none: a stroke through the cell
 */
function drawGlyph(pen: Pen, verdict: PairVerdict, cell: number, theme: MatrixTheme): void {
  const inset = glyphInset(cell);
  const side = cell - 2 * inset;
  pen.beginPath();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  switch (verdict) {
    case 'rule':
      pen.fillStyle = theme.allowed;
      pen.roundRect(inset, inset, side, side, Math.min(3, side / 5));
      pen.fill();
      if (cell >= 18) drawCheck(pen, cell, theme.onFlow);
      break;
    case 'partial':
      fillSoft(pen, inset, side, theme.allowedSoft, theme.allowed);
      pen.fillStyle = theme.allowed;
      pen.beginPath();
      pen.moveTo(inset, inset);
      pen.lineTo(inset + side, inset + side);
      pen.lineTo(inset, inset + side);
      pen.fill();
      break;
    case 'uncertain':
      fillSoft(pen, inset, side, theme.uncertainSoft, theme.uncertain);
      drawQuestion(pen, cell, theme);
      break;
    case 'open':
      hatch(pen, { x: inset, y: inset, width: side, height: side }, theme);
      break;
    case 'denied':
      if (cell < 14) break;
      pen.strokeStyle = theme.denied;
      pen.globalAlpha = 0.45;
      pen.lineWidth = 1.25;
      pen.moveTo(cell / 2 - 2, cell / 2);
      pen.lineTo(cell / 2 + 2, cell / 2);
      pen.stroke();
      break;
    case 'unlisted':
      pen.fillStyle = theme.lineStrong;
      for (const at of [0.3, 0.5, 0.7]) pen.fillRect(cell * at - 0.75, cell / 2 - 0.75, 1.5, 1.5);
      break;
    case 'none':
      pen.strokeStyle = theme.lineStrong;
      pen.lineWidth = 1;
      pen.moveTo(inset, inset);
      pen.lineTo(inset + side, inset + side);
      pen.stroke();
      break;
  }
}

function fillSoft(pen: Pen, inset: number, side: number, fill: string, stroke: string): void {
  pen.fillStyle = fill;
  pen.fillRect(inset, inset, side, side);
  pen.strokeStyle = stroke;
  pen.lineWidth = 1;
  pen.strokeRect(inset + 0.5, inset + 0.5, side - 1, side - 1);
}

function drawCheck(pen: Pen, cell: number, colour: string): void {
  const unit = cell / 22;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.8 * unit;
  pen.beginPath();
  pen.moveTo(7 * unit, 11.4 * unit);
  pen.lineTo(9.8 * unit, 14.2 * unit);
  pen.lineTo(15 * unit, 8 * unit);
  pen.stroke();
}

function drawQuestion(pen: Pen, cell: number, theme: MatrixTheme): void {
  pen.fillStyle = theme.uncertain;
  if (cell < 14) {
    pen.beginPath();
    pen.arc(cell / 2, cell / 2, cell / 6, 0, 2 * Math.PI);
    pen.fill();
    return;
  }
  pen.font = `700 ${Math.round(cell * 0.55)}px ${theme.fontText}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('?', cell / 2, cell / 2 + 0.5);
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pattern of what is open by default, on a part of a cell. */
function hatch(pen: Pen, { x, y, width, height }: Area, theme: MatrixTheme): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.fillStyle = theme.openSoft;
  pen.fill();
  pen.clip();
  pen.strokeStyle = theme.open;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (let at = -height; at < width; at += 4) {
    pen.moveTo(x + at, y + height);
    pen.lineTo(x + at + height, y);
  }
  pen.stroke();
  pen.restore();
}

/** The pattern of what is uncertain, on a part of a cell: dots, since a question mark would not fit a layer. */
function dot(pen: Pen, { x, y, width, height }: Area, theme: MatrixTheme): void {
  pen.fillStyle = theme.uncertainSoft;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = theme.uncertain;
  for (let down = 1; down < height; down += 3) {
    for (let along = 1; along < width; along += 3) pen.fillRect(x + along, y + down, 1.5, 1.5);
  }
}
