import { bankLine } from './bankLine.ts';
import { colourOf, dashOf, verdictWords } from './lineStyle.ts';
import type { Picture, PictureBank, PictureVerdict } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';
import type { LegendItem } from './svgPage.ts';

const bankWords: Readonly<Record<PictureBank, string>> = {
  isolated: 'isolated (left: ingress, right: egress)',
  closed: 'closed, no flow gets through',
  open: 'open, no policy selects it',
  mixed: 'its pods differ',
  uncertain: 'uncertain: the import does not say',
};

/** The signs that the picture uses, and no others. */
export function listLegend({ nodes, edges }: Picture, colours: PictureColours): readonly LegendItem[] {
  const verdicts = (['rule', 'open', 'uncertain', 'added', 'removed'] as const).filter((verdict) =>
    edges.some((edge) => edge.verdict === verdict),
  );
  const banks = (['isolated', 'closed', 'open', 'mixed', 'uncertain'] as const).filter((state) =>
    nodes.some(({ ingress, egress }) => ingress === state || egress === state),
  );
  return [
    ...banks.map((state) => ({
      sign: bankLine(state, { x: 11, top: 0, bottom: 12 }, colours),
      words: bankWords[state],
    })),
    ...verdicts.map((verdict) => ({
      sign: lineSign(colourOf(verdict, colours), dashOf({ verdict, partial: false }), 1.5),
      words: `${signOf(verdict)}${verdictWords[verdict]}`,
    })),
    ...(edges.some(({ partial }) => partial)
      ? [{ sign: lineSign(colours.allowed, dashOf({ verdict: 'rule', partial: true }), 1.5), words: 'some pods only' }]
      : []),
    ...(edges.some(({ bundle }) => bundle)
      ? [{ sign: lineSign(colours.allowed, '', 2.8), words: 'several flows' }]
      : []),
  ];
}

const signOf = (verdict: PictureVerdict): string =>
  verdict === 'uncertain' ? '?  ' : verdict === 'added' ? '+  ' : verdict === 'removed' ? '−  ' : '';

const lineSign = (colour: string, dash: string, width: number): string =>
  `<path d="M0 6H16" stroke="${colour}" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/><path d="M22 6L15 2.6V9.4Z" fill="${colour}"/>`;
