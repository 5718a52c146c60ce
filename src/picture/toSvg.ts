import { escapeXml } from './escapeXml.ts';
import { estimateWidth, fitWords } from './fitWords.ts';
import { bankLine } from './bankLine.ts';
import { colourOf, dashOf, labelOf } from './lineStyle.ts';
import { listLegend } from './listLegend.ts';
import type { Picture, PictureBank, PictureEdge, PictureNode } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';
import { round, words, writeSvgPage, type SvgStyle, type SvgText } from './svgPage.ts';

/** The picture as one SVG file that stands alone. Presentation attributes only, so that office programs and editors read it too. */
export function toSvg(picture: Picture, style: SvgStyle): SvgText {
  const { colours } = style;
  const bounds = boundsOf(picture);
  const body = [
    `<g transform="translate(${round(-bounds.x)} ${round(-bounds.y)})">`,
    ...picture.nodes.filter(({ type }) => type === 'frame').map((node) => writeFrame(node, colours)),
    ...picture.edges.map((edge) => writeEdge(edge, colours)),
    ...picture.nodes.filter(({ type }) => type !== 'frame').map((node) => writeCard(node, colours)),
    ...picture.edges.map((edge) => writeLabel(edge, colours)),
    '</g>',
  ].join('\n');
  return writeSvgPage(
    {
      title: picture.title,
      subtitle: picture.subtitle,
      legend: listLegend(picture, colours),
      notes: picture.notes,
      body,
      width: bounds.width,
      height: bounds.height,
    },
    style,
  );
}

/** Lines may swing out of the nodes that they join. */
const swing = 28;

function boundsOf({ nodes }: Picture): { x: number; y: number; width: number; height: number } {
  const left = Math.min(...nodes.map(({ x }) => x), Infinity);
  const top = Math.min(...nodes.map(({ y }) => y), Infinity);
  const right = Math.max(...nodes.map(({ x, width }) => x + width), -Infinity);
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height), -Infinity);
  if (left === Infinity) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left - swing, y: top - swing, width: right - left + 2 * swing, height: bottom - top + 2 * swing };
}

const open = (node: PictureNode): string =>
  `<g data-node-id="${escapeXml(node.id)}"><title>${escapeXml([node.name, ...node.lines].join('\n'))}</title>`;

function writeFrame(node: PictureNode, colours: PictureColours): string {
  const { x, y, width, height } = node;
  const name = fitWords(node.name, 14, width - 32);
  const rest = width - 40 - estimateWidth(name, 14);
  const line = fitWords(node.lines.join(' · '), 11, rest);
  return [
    open(node),
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="10" fill="${colours.panel}" stroke="${colours.lineFrame}" stroke-width="1.5"/>`,
    words(name, { x: x + 16, y: y + 26, size: 14, weight: 600, fill: colours.ink }),
    ...(rest < 40 || line === ''
      ? []
      : [
          words(line, {
            x: x + 24 + estimateWidth(name, 14),
            y: y + 26,
            size: 11,
            weight: 400,
            fill: colours.inkFaint,
          }),
        ]),
    '</g>',
  ].join('');
}

function writeCard(node: PictureNode, colours: PictureColours): string {
  const { x, y, width, height } = node;
  const room = width - 28;
  const step = 15;
  const top = y + Math.max(18, (height - node.lines.length * step) / 2 + 4);
  return [
    open(node),
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${node.type === 'external' ? round(height / 2) : 6}" fill="${colours.raised}" stroke="${colours.lineStrong}"/>`,
    ...(node.ingress === null ? [] : [writeBank(node.ingress, x, node, colours)]),
    ...(node.egress === null ? [] : [writeBank(node.egress, x + width, node, colours)]),
    words(fitWords(node.name, 13, room), { x: x + 14, y: top, size: 13, weight: 600, fill: colours.ink }),
    ...node.lines.slice(0, Math.max(1, Math.floor((height - 22) / step))).map((line, at) =>
      words(fitWords(line, 11, room), {
        x: x + 14,
        y: top + (at + 1) * step,
        size: 11,
        weight: 400,
        fill: colours.inkMuted,
      }),
    ),
    '</g>',
  ].join('');
}

/** At the left side of a card for ingress, at the right one for egress. */
function writeBank(state: PictureBank, at: number, { y, height }: PictureNode, colours: PictureColours): string {
  return bankLine(state, { x: at, top: y + 7, bottom: y + height - 7 }, colours);
}

function writeEdge(edge: PictureEdge, colours: PictureColours): string {
  const colour = colourOf(edge.verdict, colours);
  const dash = dashOf(edge);
  return [
    `<g data-edge-from="${escapeXml(edge.from)}" data-edge-to="${escapeXml(edge.to)}" data-verdict="${edge.verdict}">`,
    `<path d="${escapeXml(edge.path)}" fill="none" stroke="${colour}" stroke-width="${edge.bundle ? 2.4 : 1.5}" stroke-linecap="round"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
    `<path d="${escapeXml(edge.head)}" fill="${colour}"/>`,
    '</g>',
  ].join('');
}

function writeLabel(edge: PictureEdge, colours: PictureColours): string {
  const label = labelOf({ label: edge.shortLabel, verdict: edge.verdict });
  if (label === '') return '';
  const width = estimateWidth(label, 11) + 10;
  const { x, y } = edge.labelAt;
  return [
    `<rect x="${round(x - width / 2)}" y="${round(y - 8)}" width="${round(width)}" height="16" rx="4" fill="${colours.panel}" fill-opacity="0.92"/>`,
    words(label, { x, y: y + 4, size: 11, weight: 500, fill: colourOf(edge.verdict, colours), anchor: 'middle' }),
  ].join('');
}
