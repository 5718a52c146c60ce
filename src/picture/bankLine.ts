import type { PictureBank } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';
import { round } from './svgPage.ts';

const bankColour = (state: PictureBank, colours: PictureColours): string =>
  ({
    open: colours.open,
    isolated: colours.ink,
    closed: colours.denied,
    mixed: colours.inkMuted,
    uncertain: colours.uncertain,
  })[state];

/** One side of a node as SVG, from top to bottom. */
export function bankLine(
  state: PictureBank,
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  colours: PictureColours,
): string {
  const stroke = `stroke="${bankColour(state, colours)}" stroke-width="${state === 'open' ? 2 : 3}" fill="none"`;
  const middle = (top + bottom) / 2;
  const gate = (bottom - top) / 6;
  const d =
    state === 'isolated'
      ? `M${round(x)} ${round(top)}V${round(middle - gate)}M${round(x)} ${round(middle + gate)}V${round(bottom)}`
      : `M${round(x)} ${round(top)}V${round(bottom)}`;
  const dash = { open: '2 3', mixed: '6 2', uncertain: '3 3', isolated: '', closed: '' }[state];
  return `<path d="${d}" ${stroke}${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
}
