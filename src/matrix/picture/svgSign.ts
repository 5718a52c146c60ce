import type { PairVerdict } from '../../engine/index.ts';
import { round } from '../../picture/svgPage.ts';
import type { PictureColours } from '../../picture/pictureColours.ts';

/** Verdicts that fill cells of many pairs by their share. */
export type LayerVerdict = 'rule' | 'partial' | 'uncertain' | 'open';

/** The sign of a verdict as the canvas draws it, for a cell with its corner at the origin. */
export function svgSign(verdict: PairVerdict, cell: number, colours: PictureColours): string {
  const side = cell - 6;
  const end = 3 + side;
  const box = (fill: string, stroke: string): string =>
    `<rect x="3" y="3" width="${side}" height="${side}" fill="${fill}" stroke="${stroke}"/>`;
  switch (verdict) {
    case 'rule':
      return `<rect x="3" y="3" width="${side}" height="${side}" rx="3" fill="${colours.allowed}"/><path d="M${cell * 0.32} ${cell * 0.52}l${cell * 0.13} ${cell * 0.13}l${cell * 0.24} -${cell * 0.28}" fill="none" stroke="${colours.raised}" stroke-width="1.6"/>`;
    case 'partial':
      return `${box(colours.allowedSoft, colours.allowed)}<path d="M3 3V${end}H${end}Z" fill="${colours.allowed}"/>`;
    case 'uncertain':
      return `${box(colours.uncertainSoft, colours.uncertain)}<text x="${cell / 2}" y="${cell / 2 + 4}" font-size="11" font-weight="700" text-anchor="middle" fill="${colours.uncertain}">?</text>`;
    case 'open': {
      const third = side / 3;
      const strokes = [1, 2, 3]
        .map((at) => `M3 ${3 + at * third}L${3 + at * third} 3`)
        .concat([1, 2].map((at) => `M${3 + at * third} ${end}L${end} ${3 + at * third}`));
      return `<rect x="3" y="3" width="${side}" height="${side}" fill="${colours.openSoft}"/><path d="${strokes.join('')}" stroke="${colours.open}" stroke-width="1.2"/>`;
    }
    case 'denied':
      return `<path d="M${cell / 2 - 2} ${cell / 2}h4" stroke="${colours.denied}" stroke-opacity="0.55" stroke-width="1.3"/>`;
    case 'unlisted':
      return `<path d="M4 ${cell / 2}h2M${cell / 2 - 1} ${cell / 2}h2M${cell - 6} ${cell / 2}h2" stroke="${colours.lineStrong}" stroke-width="1.5"/>`;
    case 'none':
      return `<path d="M3 3L${end} ${end}" stroke="${colours.lineStrong}"/>`;
  }
}

/** A layer of a cell of many pairs, as the canvas draws it: what is open is hatched, what is uncertain dotted. */
export function svgLayer(
  verdict: LayerVerdict,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colours: PictureColours,
): string {
  const fill = {
    rule: colours.allowed,
    partial: colours.allowedSoft,
    uncertain: colours.uncertainSoft,
    open: colours.openSoft,
  }[verdict];
  const ground = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
  if (verdict === 'open') {
    const strokes: string[] = [];
    for (let at = 2 - height; at < width; at += 4) {
      const [from, to] = [Math.max(0, at), Math.min(width, at + height)];
      strokes.push(
        `M${round(x + from)} ${round(y + height - from + at)}L${round(x + to)} ${round(y + height - to + at)}`,
      );
    }
    return `${ground}<path d="${strokes.join('')}" stroke="${colours.open}" stroke-width="1.2"/>`;
  }
  if (verdict === 'uncertain') {
    const rows: string[] = [];
    for (let down = 1.5; down < height; down += 3) rows.push(`M${round(x + 1)} ${round(y + down)}h${round(width - 1)}`);
    return `${ground}<path d="${rows.join('')}" stroke="${colours.uncertain}" stroke-width="1.5" stroke-dasharray="1.5 1.5"/>`;
  }
  return ground;
}
