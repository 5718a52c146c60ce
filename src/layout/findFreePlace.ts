import { areNear, boxAround, centreOf, toBox, type Gap } from './Box.ts';
import type { Box, Point, Size } from './Layout.ts';

/** Nearer obstacles suffice to line up with. */
const considered = 32;

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
    readonly gap: Gap;
    readonly accepts?: (place: Point) => boolean;
  },
): Point | null {
  const distance = (place: Point): number => {
    const centre = centreOf(toBox(place, size));
    return Math.abs(centre.x - wish.x) + Math.abs(centre.y - wish.y);
  };
  // Near ones first: whoever stands in the way is found soon.
  const sorted = obstacles
    .map((box) => ({ box, far: Math.hypot(centreOf(box).x - wish.x, centreOf(box).y - wish.y) }))
    .sort((a, b) => a.far - b.far)
    .map(({ box }) => box);
  const near = sorted.slice(0, considered);
  const xs = new Set<number>();
  const ys = new Set<number>();
  if (obstacles.length === 0) {
    xs.add(Math.round(wish.x - size.width / 2));
    ys.add(Math.round(wish.y - size.height / 2));
  }
  for (const box of near) {
    for (const x of [box.x, box.x + box.width + gap.x, box.x - gap.x - size.width]) xs.add(x);
    for (const y of [box.y, box.y + box.height + gap.y, box.y - gap.y - size.height]) ys.add(y);
  }
  // Under all of them and right of all of them there is room, however closely those around the wish stand.
  const around = boxAround(obstacles);
  if (around !== null) {
    xs.add(around.x).add(around.x + around.width + gap.x);
    ys.add(around.y).add(around.y + around.height + gap.y);
  }
  const places = [...xs]
    .flatMap((x) => [...ys].map((y): Point => ({ x, y })))
    .map((place) => ({ place, far: distance(place) }))
    .sort((a, b) => a.far - b.far);
  const isFree = (place: Point): boolean => {
    const box = toBox(place, size);
    return !sorted.some((other) => areNear(box, other, gap)) && accepts(place);
  };
  return places.find(({ place }) => isFree(place))?.place ?? null;
}

/** Right of everything: free without looking. */
export function placeBeyond(obstacles: readonly Box[], wish: Point, gap: number): Point {
  const right = Math.max(0, ...obstacles.map((box) => box.x + box.width + gap));
  return { x: Math.round(right), y: Math.round(wish.y) };
}
