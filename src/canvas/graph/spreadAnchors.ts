import type { Box, Point } from './Box.ts';
import { within } from './chooseSides.ts';
import type { Side } from './Route.ts';

/** One end of an edge at a side of a box. */
export interface EdgeEnd {
  readonly item: string;
  readonly side: Side;
  readonly box: Box;
  /** The centre of the box at the other end. */
  readonly towards: Point;
}

const margin = 12;

/** Ends at the same side side by side, in the order of where they come from, so that they do not cross or coincide. */
export function spreadAnchors<T extends EdgeEnd>(ends: readonly T[]): ReadonlyMap<T, Point> {
  const places = new Map<T, Point>();
  const sides = new Map<string, T[]>();
  for (const end of ends) {
    const key = `${end.side} ${end.item}`;
    const list = sides.get(key);
    if (list === undefined) sides.set(key, [end]);
    else list.push(end);
  }
  for (const list of sides.values()) {
    const first = list[0];
    if (first === undefined) continue;
    const { box, side } = first;
    const upright = side === 'left' || side === 'right';
    const start = upright ? box.y : box.x;
    const length = upright ? box.height : box.width;
    const wishOf = ({ towards }: T): number => (upright ? towards.y : towards.x);
    const sorted = list.map((end, at) => ({ end, at })).sort((a, b) => wishOf(a.end) - wishOf(b.end) || a.at - b.at);
    const offsets =
      length < 240 && upright
        ? spreadEvenly(sorted.length, start, length)
        : spreadNear(
            sorted.map(({ end }) => wishOf(end)),
            start,
            length,
          );
    sorted.forEach(({ end }, at) => {
      const along = offsets[at] ?? start + length / 2;
      const far = upright ? (side === 'left' ? box.x : box.x + box.width) : side === 'top' ? box.y : box.y + box.height;
      places.set(end, upright ? { x: far, y: along } : { x: along, y: far });
    });
  }
  return places;
}

function spreadEvenly(count: number, start: number, length: number): number[] {
  const step = count < 2 ? 0 : Math.min(13, (length - 2 * margin) / (count - 1));
  const first = start + length / 2 - (step * (count - 1)) / 2;
  return Array.from({ length: count }, (_, at) => first + at * step);
}

/** Each as near to its wish as the others allow. */
function spreadNear(wishes: readonly number[], start: number, length: number): number[] {
  const low = start + Math.max(margin * 1.5, 0.12 * length);
  const high = start + length - Math.max(margin * 1.5, 0.12 * length);
  const step = Math.min(16, (high - low) / Math.max(1, wishes.length));
  const middle = start + length / 2;
  const offsets: number[] = [];
  // Between the middle and the straight line: ends keep together without long bows, and do not pile up at the corners.
  wishes.forEach((wish, at) => {
    const near = within(wish > start && wish < start + length ? wish : middle + 0.4 * (wish - middle), low, high);
    offsets.push(Math.max(near, (offsets[at - 1] ?? -Infinity) + step));
  });
  for (let at = offsets.length - 1, limit = high; at >= 0; at -= 1, limit -= step) {
    if ((offsets[at] ?? 0) <= limit) break;
    offsets[at] = limit;
  }
  return offsets;
}
