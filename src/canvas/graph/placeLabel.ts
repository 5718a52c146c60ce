import { touches, type Box, type Point, type Size } from './Box.ts';
import { pointOn, type Curve } from './Route.ts';

/** The first place along the curve where the label covers no card and no other label; `box` null when there is none. */
export function placeLabel(
  curve: Curve,
  size: Size,
  {
    covered,
    taken,
    wishes,
  }: { readonly covered: readonly Box[]; readonly taken: readonly Box[]; readonly wishes: readonly number[] },
): { readonly at: Point; readonly box: Box | null } {
  const middle = pointOn(curve, 0.5);
  if (size.width === 0) return { at: middle, box: null };
  for (const t of wishes) {
    const at = pointOn(curve, t);
    const box = {
      x: at.x - size.width / 2 - 2,
      y: at.y - size.height / 2 - 1,
      width: size.width + 4,
      height: size.height + 2,
    };
    if (!taken.some((other) => touches(box, other)) && !covered.some((other) => touches(box, other)))
      return { at, box };
  }
  return { at: middle, box: null };
}
