import { boxAround, toBox } from './Box.ts';
import type { Point, Size } from './Layout.ts';

/** Items placed beside each other; the top left corner of the whole is 0,0. Whole numbers. */
export interface Arrangement {
  readonly places: readonly Point[];
  readonly size: Size;
}

/** Moves the whole to 0,0, rounds, and measures it. */
export function toArrangement(places: readonly Point[], sizes: readonly Size[]): Arrangement {
  const boxes = places.map((place, item) => toBox(place, sizes[item] ?? { width: 0, height: 0 }));
  const around = boxAround(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    places: places.map(({ x, y }) => ({ x: Math.round(x - around.x), y: Math.round(y - around.y) })),
    size: { width: Math.ceil(around.width), height: Math.ceil(around.height) },
  };
}
