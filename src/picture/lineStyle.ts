import type { PictureEdge, PictureVerdict } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';

export const colourOf = (verdict: PictureVerdict, colours: PictureColours): string =>
  ({
    rule: colours.allowed,
    open: colours.open,
    uncertain: colours.uncertain,
    added: colours.added,
    removed: colours.removed,
  })[verdict];

/** The dashes of a line, as in the interface: the second sign beside its colour. Empty: solid. */
export function dashOf({ verdict, partial }: Pick<PictureEdge, 'verdict' | 'partial'>): string {
  if (partial) return '1 4';
  return verdict === 'open' || verdict === 'removed' ? '5 5' : verdict === 'uncertain' ? '8 3 2 3' : '';
}

export const verdictWords: Readonly<Record<PictureVerdict, string>> = {
  rule: 'allowed by a rule',
  open: 'open by default',
  uncertain: 'uncertain',
  added: 'added by the change',
  removed: 'removed by the change',
};

/** What stands on an edge: its own words, with the sign of verdicts that colour and dash alone would carry. */
export function labelOf({ label, verdict }: Pick<PictureEdge, 'label' | 'verdict'>): string {
  const sign = { rule: '', open: '', uncertain: '?', added: '+', removed: '−' }[verdict];
  return [sign, label].filter(Boolean).join(' ');
}
