import { touches, type Box, type Point, type Size } from './Box.ts';
import { pointOn, type Curve } from './Route.ts';

/** From the middle outwards. */
export const labelWishes: readonly number[] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** As many places as a line has, for a label that must stand somewhere. */
export const closeWishes: readonly number[] = Array.from(
  { length: 21 },
  (_, at) => 0.5 + (at % 2 === 0 ? 0.02 : -0.02) * at,
);

export interface PlacedLabel {
  readonly at: Point;
  readonly box: Box;
}

/** The first of the places wished for along the curve where the label covers nothing; null when there is none. */
export function placeLabel(
  curve: Curve,
  { width, height }: Size,
  isCovered: (box: Box) => boolean,
  wishes: readonly number[],
): PlacedLabel | null {
  for (const t of wishes) {
    const at = pointOn(curve, t);
    const box = { x: at.x - width / 2 - 2, y: at.y - height / 2 - 1, width: width + 4, height: height + 2 };
    if (!isCovered(box)) return { at, box };
  }
  return null;
}

/** Boxes that were taken, found again by place. */
export interface TakenPlaces {
  readonly isFree: (box: Box) => boolean;
  readonly take: (box: Box) => void;
}

/** `cell`: about as large as what is placed. */
export function createTakenPlaces(cell: number): TakenPlaces {
  const cells = new Map<number, Box[]>();
  const each = (box: Box, visit: (key: number) => boolean): boolean => {
    for (let x = Math.floor(box.x / cell); x * cell <= box.x + box.width; x += 1) {
      for (let y = Math.floor(box.y / cell); y * cell <= box.y + box.height; y += 1) {
        if (visit(x * 0x400000 + y)) return true;
      }
    }
    return false;
  };
  return {
    isFree: (box) => !each(box, (key) => cells.get(key)?.some((other) => touches(other, box)) === true),
    take: (box) =>
      void each(box, (key) => {
        const list = cells.get(key);
        if (list === undefined) cells.set(key, [box]);
        else list.push(box);
        return false;
      }),
  };
}
