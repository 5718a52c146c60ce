import { escapeXml } from './escapeXml.ts';
import { estimateWidth } from './fitWords.ts';
import type { PictureColours } from './pictureColours.ts';

/** What all SVG pictures share. */
export interface SvgStyle {
  readonly colours: PictureColours;
  /** Inter as a `data:` address, so that the picture stands alone; null: the reader's own sans-serif. */
  readonly font: string | null;
}

export interface LegendItem {
  /** SVG of a sign, 22 × 12 px, its corner at the origin. */
  readonly sign: string;
  readonly words: string;
}

export interface SvgPage {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: readonly LegendItem[];
  readonly notes: readonly string[];
  /** The drawing, its corner at the origin. */
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

export interface SvgText {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const head = 56;
const row = 22;

/** A page around a drawing: title, legend, what is left out, fonts and colours inside. */
export function writeSvgPage({ title, subtitle, legend, notes, body, ...size }: SvgPage, style: SvgStyle): SvgText {
  const { colours } = style;
  const width = Math.max(size.width, estimateWidth(title, 18), estimateWidth(subtitle, 12), 320) + 2 * margin;
  const rows = breakLegend(legend, width - 2 * margin);
  const height = margin + head + size.height + 16 + (rows.length + notes.length) * row + margin;
  const bottom = margin + head + size.height + 16;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="title" font-family="${escapeXml(family(style))}" font-size="13">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc>${escapeXml(subtitle)}</desc>`,
    ...(style.font === null
      ? []
      : [
          `<style>@font-face{font-family:'Inter Picture';font-weight:100 900;src:url('${style.font}') format('woff2')}</style>`,
        ]),
    `<rect width="100%" height="100%" fill="${colours.canvas}"/>`,
    words(title, { x: margin, y: margin + 18, size: 18, weight: 600, fill: colours.ink }),
    words(subtitle, { x: margin, y: margin + 38, size: 12, weight: 400, fill: colours.inkMuted }),
    `<g transform="translate(${margin} ${margin + head})">`,
    body,
    '</g>',
    '<g>',
    ...rows.flatMap((items, at) =>
      items.map(
        ({ item, x }) =>
          `<g transform="translate(${round(margin + x)} ${round(bottom + at * row)})">${item.sign}${words(item.words, { x: 28, y: 10, size: 11, weight: 400, fill: colours.inkMuted })}</g>`,
      ),
    ),
    '</g>',
    ...notes.map((note, at) =>
      words(note, {
        x: margin,
        y: bottom + (rows.length + at) * row + 10,
        size: 11,
        weight: 400,
        fill: colours.inkMuted,
      }),
    ),
    '</svg>',
    '',
  ].join('\n');
  return { text, width: Math.ceil(width), height: Math.ceil(height) };
}

const family = ({ font }: SvgStyle): string =>
  `${font === null ? '' : "'Inter Picture', "}Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif`;

function breakLegend(legend: readonly LegendItem[], width: number) {
  const rows: { item: LegendItem; x: number }[][] = [];
  let x = Infinity;
  for (const item of legend) {
    const own = 28 + estimateWidth(item.words, 11) + 20;
    if (x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ item, x });
    x += own;
  }
  return rows;
}

export interface WordsStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text; `y` is its base line. */
export const words = (text: string, { x, y, size, weight, fill, anchor = 'start' }: WordsStyle): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`;

export const round = (value: number): number => Math.round(value * 10) / 10;
