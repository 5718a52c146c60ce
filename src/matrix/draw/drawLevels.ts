import { pairVerdicts, toPairCode } from '../../engine/index.ts';
import { glyphInset, type Glyphs } from './createGlyphs.ts';

/** What has any flow, from the bottom up. */
const shown = (['rule', 'partial', 'uncertain', 'open'] as const).map((verdict) => toPairCode(verdict));
const none = toPairCode('none');
const unlisted = toPairCode('unlisted');

/**
 * Many pairs in one cell, as a level of water: the more of them flow, the higher it stands, with a layer for each verdict.
 * A verdict that occurs at all is at least a stroke high.
 */
export function drawLevels(
  pen: CanvasRenderingContext2D,
  { x, y, cell }: { readonly x: number; readonly y: number; readonly cell: number },
  counts: Uint32Array,
  offset: number,
  glyphs: Glyphs,
): void {
  let pairs = 0;
  for (let code = 0; code < pairVerdicts.length; code += 1) pairs += code === none ? 0 : counts[offset + code]!;
  if (pairs === 0) {
    glyphs.draw(pen, none, x, y);
    return;
  }
  const inset = glyphInset(cell);
  const side = cell - 2 * inset;
  const { theme } = glyphs;
  if (counts[offset + unlisted]! > 0 && shown.every((code) => counts[offset + code] === 0)) {
    glyphs.draw(pen, unlisted, x, y);
    return;
  }
  let bottom = y + cell - inset;
  const top = y + inset;
  let drawn = false;
  for (const code of shown) {
    const count = counts[offset + code]!;
    if (count === 0) continue;
    const height = Math.min(bottom - top, Math.max(cell >= 14 ? 3 : 2, (side * count) / pairs));
    if (height <= 0) continue;
    drawn = true;
    const area = { x: x + inset, y: bottom - height, width: side, height };
    const verdict = pairVerdicts[code];
    if (verdict === 'open' || verdict === 'uncertain') glyphs.drawLayer(pen, verdict, { x, y }, area);
    else {
      pen.fillStyle = verdict === 'rule' ? theme.allowed : theme.allowedSoft;
      pen.fillRect(area.x, area.y, area.width, area.height);
    }
    bottom -= height;
  }
  if (!drawn) {
    if (cell >= 14) glyphs.draw(pen, toPairCode('denied'), x, y);
    return;
  }
  pen.strokeStyle = theme.lineStrong;
  pen.lineWidth = 1;
  if (cell >= 11) pen.strokeRect(x + inset + 0.5, y + inset + 0.5, side - 1, side - 1);
}
