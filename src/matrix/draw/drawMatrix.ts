import type { AxisEntry } from '../model/listAxis.ts';
import type { MatrixFrame, MatrixPlace } from '../model/MatrixFrame.ts';
import type { MatrixUnits } from '../model/MatrixUnits.ts';
import type { VerdictRows } from '../model/createVerdictRows.ts';
import type { Glyphs } from './createGlyphs.ts';
import { drawCells } from './drawCells.ts';
import { drawHeaders } from './drawHeaders.ts';

export interface MatrixPicture {
  readonly units: MatrixUnits;
  readonly rows: VerdictRows;
  readonly axis: readonly AxisEntry[];
  /** Where the pointer is. */
  readonly hover: MatrixPlace | null;
  /** Where the keyboard is, while the matrix has the focus. */
  readonly cursor: MatrixPlace | null;
  /** The selected flow, workload (a row and a column) or nothing. */
  readonly selected: MatrixPlace | null;
}

/** Draws what the window shows, and nothing else: the cost is that of the visible cells. */
export function drawMatrix(
  pen: CanvasRenderingContext2D,
  frame: MatrixFrame,
  picture: MatrixPicture,
  glyphs: Glyphs,
): void {
  pen.fillStyle = glyphs.theme.canvas;
  pen.fillRect(0, 0, frame.width, frame.height);
  pen.save();
  pen.beginPath();
  pen.rect(frame.headWidth, frame.headHeight, frame.width - frame.headWidth, frame.height - frame.headHeight);
  pen.clip();
  drawCells(pen, frame, picture, glyphs);
  pen.restore();
  drawHeaders(pen, frame, picture, glyphs);
}
