import type { PictureBank } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';
import { round } from './svgPage.ts';

const bankColour = (state: PictureBank, colours: PictureColours): string =>
  state === 'open' ? colours.open : state === 'closed' ? colours.denied : colours.ink;

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
  const dash = state === 'open' ? ' stroke-dasharray="2 3"' : state === 'mixed' ? ' stroke-dasharray="6 2"' : '';
  return `<path d="${d}" ${stroke}${dash}/>`;
}
