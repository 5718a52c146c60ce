import { pairVerdicts, toPairCode } from '../../engine/index.ts';
import { escapeXml } from '../../picture/escapeXml.ts';
import { estimateWidth, fitWords } from '../../picture/fitWords.ts';
import { bankLine } from '../../picture/bankLine.ts';
import { round, words, writeSvgPage, type SvgStyle, type SvgText } from '../../picture/svgPage.ts';
import { formatCount } from '../../ui/formatCount.ts';
import type { AxisEntry } from '../model/listAxis.ts';
import type { Span } from '../model/MatrixFrame.ts';
import { formatUnit, nameUnit, nodesOfUnit } from '../model/MatrixUnits.ts';
import { describeCell, type CellContext } from '../model/describeCell.ts';
import { svgLayer, svgSign, type LayerVerdict } from './svgSign.ts';

export interface MatrixScene extends CellContext {
  readonly workspace: string;
  readonly axis: readonly AxisEntry[];
  /** What is in the window; a matrix of up to `wholeUpTo` rows is drawn whole. */
  readonly shownRows: Span;
  readonly shownColumns: Span;
}

/** Larger ones would be files that nothing opens. */
const wholeUpTo = 250;
const cell = 20;
const longest = 220;

/** The matrix as one SVG file that stands alone. */
export function toMatrixSvg(scene: MatrixScene, style: SvgStyle): SvgText {
  const { axis, units, workspace } = scene;
  const isWhole = axis.length <= wholeUpTo;
  const rows = isWhole ? axis : axis.slice(scene.shownRows.first, scene.shownRows.end);
  const columns = isWhole ? axis : axis.slice(scene.shownColumns.first, scene.shownColumns.end);
  const head = Math.min(
    longest,
    Math.max(60, ...[...rows, ...columns].map((entry) => estimateWidth(labelOf(scene, entry), 11) + 30)),
  );
  const body = [
    ...columns.map((entry, at) => writeHeader(scene, entry, style, { at, head, isRow: false })),
    ...rows.map((entry, at) => writeHeader(scene, entry, style, { at, head, isRow: true })),
    `<rect x="${head}" y="${head}" width="${columns.length * cell}" height="${rows.length * cell}" fill="${style.colours.panel}" stroke="${style.colours.line}"/>`,
    ...rows.flatMap((from, row) =>
      columns.map((to, column) =>
        writeCell(scene, { from, to }, { x: head + column * cell, y: head + row * cell }, style),
      ),
    ),
  ].join('\n');
  return writeSvgPage(
    {
      title: `${workspace}: who (rows) may reach whom (columns)`,
      subtitle: [
        formatCount(units.snapshot.namespaces.length, 'namespace'),
        formatCount(units.snapshot.workloads.length, 'workload'),
        formatCount(units.snapshot.policies.length, 'policy', 'policies'),
      ].join(' · '),
      legend: legendOf(style),
      notes: isWhole
        ? []
        : [
            `Rows ${scene.shownRows.first + 1} to ${scene.shownRows.end} and columns ${scene.shownColumns.first + 1} to ${scene.shownColumns.end} of ${axis.length}.`,
          ],
      body,
      width: head + columns.length * cell,
      height: head + rows.length * cell,
    },
    style,
  );
}

const labelOf = ({ units }: MatrixScene, { unit, type, nested }: AxisEntry): string =>
  type === 'group'
    ? `${nameUnit(units, unit).name} (${nodesOfUnit(units, unit).length})`
    : nested
      ? nameUnit(units, unit).name
      : formatUnit(units, unit);

function writeHeader(
  scene: MatrixScene,
  entry: AxisEntry,
  { colours }: SvgStyle,
  { at, head, isRow }: { readonly at: number; readonly head: number; readonly isRow: boolean },
): string {
  const indent = entry.nested ? 14 : 0;
  const label = fitWords(labelOf(scene, entry), 11, head - 14 - indent);
  const workload = entry.type === 'node' ? scene.units.snapshot.workloads[entry.unit] : undefined;
  const state = isRow ? workload?.egress : workload?.ingress;
  const line = {
    x: isRow ? indent : 8 + indent,
    y: cell / 2 + 4,
    size: 11,
    weight: entry.type === 'group' ? 600 : 400,
    fill: entry.type === 'group' ? colours.ink : colours.inkMuted,
  };
  const transform = isRow ? `translate(0 ${head + at * cell})` : `translate(${head + at * cell} ${head}) rotate(-90)`;
  return [
    `<g transform="${transform}" data-${isRow ? 'row' : 'column'}="${escapeXml(formatUnit(scene.units, entry.unit))}">`,
    `<title>${escapeXml(formatUnit(scene.units, entry.unit))}</title>`,
    words(label, line),
    state === undefined ? '' : bankLine(state, { x: isRow ? head - 3 : 3, top: 2, bottom: cell - 2 }, colours),
    '</g>',
  ].join('');
}

function writeCell(
  scene: MatrixScene,
  { from, to }: { readonly from: AxisEntry; readonly to: AxisEntry },
  { x, y }: { readonly x: number; readonly y: number },
  { colours }: SvgStyle,
): string {
  const isPair = from.type === 'node' && to.type === 'node';
  const sign = isPair
    ? svgSign(pairVerdicts[scene.rows.ofNode(from.unit)[to.unit]!]!, cell, colours)
    : writeLevels(scene, from, to, colours);
  if (sign === '') return '';
  const { title, lines } = describeCell(scene, from.unit, to.unit);
  const said = [title, ...lines.map((line) => line.words)].join('\n');
  return `<g transform="translate(${round(x)} ${round(y)})"><title>${escapeXml(said)}</title>${sign}</g>`;
}

const layers: readonly LayerVerdict[] = ['rule', 'partial', 'uncertain', 'open'];

function writeLevels(scene: MatrixScene, from: AxisEntry, to: AxisEntry, colours: SvgStyle['colours']): string {
  const counts = scene.rows.count(from.unit, to.unit);
  const pairs = counts.reduce((sum, count) => sum + count, 0) - counts[toPairCode('none')]!;
  if (pairs === 0) return svgSign('none', cell, colours);
  let bottom = cell - 3;
  const side = cell - 6;
  const parts = layers.flatMap((verdict) => {
    const count = counts[toPairCode(verdict)]!;
    if (count === 0) return [];
    const height = Math.min(bottom - 3, Math.max(2.5, (side * count) / pairs));
    bottom -= height;
    return [svgLayer(verdict, { x: 3, y: bottom, width: side, height }, colours)];
  });
  // What the flow table had to leave out is never denied by accident.
  if (parts.length === 0) return svgSign(counts[toPairCode('unlisted')]! > 0 ? 'unlisted' : 'denied', cell, colours);
  return `${parts.join('')}<rect x="3" y="3" width="${side}" height="${side}" fill="none" stroke="${colours.lineStrong}"/>`;
}

const legendOf = ({ colours }: SvgStyle) =>
  (
    [
      ['rule', 'allowed by a rule'],
      ['partial', 'some pods only'],
      ['uncertain', 'uncertain'],
      ['open', 'open by default'],
      ['denied', 'denied'],
    ] as const
  ).map(([verdict, said]) => ({
    sign: `<g transform="translate(4 -2)">${svgSign(verdict, 16, colours)}</g>`,
    words: said,
  }));
