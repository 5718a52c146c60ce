import { areNear, centreOf, toBox } from './Box.ts';
import type { Box, Point, Size } from './Layout.ts';

/** Nearer obstacles suffice to line up with. */
const considered = 48;

/**
 * The place nearest to `wish` where a box of this size keeps `gap` from all obstacles, lined up with their edges.
 * `accepts` narrows the places further. Null when none of the candidates is free.
 */
export function findFreePlace(
  size: Size,
  {
    obstacles,
    wish,
    gap,
    accepts = () => true,
  }: {
    readonly obstacles: readonly Box[];
    readonly wish: Point;
    readonly gap: number;
    readonly accepts?: (place: Point) => boolean;
  },
): Point | null {
  const distance = (place: Point): number => {
    const centre = centreOf(toBox(place, size));
    return Math.abs(centre.x - wish.x) + Math.abs(centre.y - wish.y);
  };
  const near = [...obstacles]
    .map((box) => ({ box, far: Math.hypot(centreOf(box).x - wish.x, centreOf(box).y - wish.y) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, considered)
    .map(({ box }) => box);
  const xs = new Set([Math.round(wish.x - size.width / 2)]);
  const ys = new Set([Math.round(wish.y - size.height / 2)]);
  for (const box of near) {
    for (const x of [box.x, box.x + box.width + gap, box.x - gap - size.width]) xs.add(x);
    for (const y of [box.y, box.y + box.height + gap, box.y - gap - size.height]) ys.add(y);
  }
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const x of xs) {
    for (const y of ys) {
      const place = { x, y };
      const far = distance(place);
      if (far >= bestDistance || !accepts(place)) continue;
      const box = toBox(place, size);
      if (obstacles.some((other) => areNear(box, other, gap))) continue;
      best = place;
      bestDistance = far;
    }
  }
  return best;
}

/** Right of everything: free without looking. */
export function placeBeyond(obstacles: readonly Box[], wish: Point, gap: number): Point {
  const right = Math.max(0, ...obstacles.map((box) => box.x + box.width + gap));
  return { x: Math.round(right), y: Math.round(wish.y) };
}
