import { centreOf, type Box, type Point } from './Box.ts';
import { normalOf, pointOn, type Curve, type Side } from './Route.ts';

export interface Sides {
  readonly start: Side;
  readonly end: Side;
  /** How far a curve that comes back to the same side swings out. */
  readonly bow?: number;
}

/** Left to right reads best; curves that come back to the same side are the last resort. */
const ways: readonly (Sides & { readonly cost: number; readonly clear: (from: Box, to: Box) => boolean })[] = [
  { start: 'right', end: 'left', cost: 0, clear: (from, to) => to.x - (from.x + from.width) >= 28 },
  { start: 'left', end: 'right', cost: 60, clear: (from, to) => from.x - (to.x + to.width) >= 28 },
  { start: 'bottom', end: 'top', cost: 50, clear: (from, to) => to.y - (from.y + from.height) >= 18 },
  { start: 'top', end: 'bottom', cost: 50, clear: (from, to) => from.y - (to.y + to.height) >= 18 },
  { start: 'right', end: 'right', bow: 0.13, cost: 190, clear: () => true },
  { start: 'left', end: 'left', bow: 0.13, cost: 190, clear: () => true },
  { start: 'right', end: 'right', bow: 0.3, cost: 210, clear: () => true },
  { start: 'left', end: 'left', bow: 0.3, cost: 210, clear: () => true },
  {
    start: 'right',
    end: 'top',
    cost: 90,
    clear: (from, to) => to.x > from.x + from.width + 30 && to.y > from.y + from.height,
  },
  {
    start: 'right',
    end: 'bottom',
    cost: 90,
    clear: (from, to) => to.x > from.x + from.width + 30 && to.y + to.height < from.y,
  },
  {
    start: 'bottom',
    end: 'left',
    cost: 90,
    clear: (from, to) => to.x > from.x + from.width && to.y > from.y + from.height + 20,
  },
  {
    start: 'top',
    end: 'left',
    cost: 90,
    clear: (from, to) => to.x > from.x + from.width && to.y + to.height < from.y - 20,
  },
  {
    start: 'left',
    end: 'top',
    cost: 110,
    clear: (from, to) => to.x + to.width < from.x - 30 && to.y > from.y + from.height,
  },
  {
    start: 'left',
    end: 'bottom',
    cost: 110,
    clear: (from, to) => to.x + to.width < from.x - 30 && to.y + to.height < from.y,
  },
  {
    start: 'bottom',
    end: 'right',
    cost: 110,
    clear: (from, to) => to.x + to.width < from.x && to.y > from.y + from.height + 20,
  },
  {
    start: 'top',
    end: 'right',
    cost: 110,
    clear: (from, to) => to.x + to.width < from.x && to.y + to.height < from.y - 20,
  },
  { start: 'top', end: 'top', bow: 0.14, cost: 240, clear: (from, to) => Math.abs(from.y - to.y) < 160 },
  { start: 'bottom', end: 'bottom', bow: 0.14, cost: 240, clear: (from, to) => Math.abs(from.y - to.y) < 160 },
];

const crossingCost = 620;
const wordsCost = 110;
const samples = 20;
/** Lines keep this clear of cards. */
const clearance = 5;

/** What lines keep clear of, by area. */
export interface Obstacles {
  /** Boxes that a line should not pass behind: cards, not frames. */
  readonly solid: (area: Box) => readonly Box[];
  /** Words that a line may cross if it must. */
  readonly headers: (area: Box) => readonly Box[];
}

export const noObstacles: Obstacles = { solid: () => [], headers: () => [] };

/** The pair of sides whose curve is short and runs through the fewest boxes. */
export function chooseSides(from: Box, to: Box, { solid, headers }: Obstacles): Sides {
  let best: Sides = { start: 'right', end: 'left' };
  let bestCost = Infinity;
  for (const way of ways) {
    if (!way.clear(from, to)) continue;
    const start = anchorOn(from, way.start, centreOf(to));
    const end = anchorOn(to, way.end, centreOf(from));
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    let cost = way.cost + length;
    if (cost >= bestCost) continue;
    const curve = curveBetween(start, end, way);
    cost +=
      crossingCost * countCrossings(curve, solid, from, to) + wordsCost * countCrossings(curve, headers, from, to);
    if (cost < bestCost) [best, bestCost] = [way, cost];
  }
  return best;
}

/** On a small box the middle of the side; on a frame's side the place nearest to the other end. */
function anchorOn(box: Box, side: Side, towards: Point): Point {
  const isSmall = box.height < 120;
  const x = isSmall ? box.x + box.width / 2 : within(towards.x, box.x + 24, box.x + box.width - 24);
  const y = isSmall ? box.y + box.height / 2 : within(towards.y, box.y + 24, box.y + box.height - 24);
  if (side === 'left') return { x: box.x, y };
  if (side === 'right') return { x: box.x + box.width, y };
  return side === 'top' ? { x, y: box.y } : { x, y: box.y + box.height };
}

export const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Leaves and arrives at a right angle to the sides. */
export function curveBetween(start: Point, end: Point, { start: startSide, end: endSide, bow = 0.16 }: Sides): Curve {
  const out = normalOf(startSide);
  const into = normalOf(endSide);
  const along = Math.abs((end.x - start.x) * out.x + (end.y - start.y) * out.y);
  const aside = Math.abs((end.x - start.x) * out.y) + Math.abs((end.y - start.y) * out.x);
  const turnsBack = startSide === endSide;
  const reach = turnsBack ? within(along + bow * aside + 26, 40, 240) : within(0.48 * along + 0.06 * aside, 26, 260);
  return {
    start,
    startControl: { x: start.x + out.x * reach, y: start.y + out.y * reach },
    endControl: { x: end.x + into.x * reach, y: end.y + into.y * reach },
    end,
  };
}

const xs = new Float64Array(samples);
const ys = new Float64Array(samples);

function countCrossings(curve: Curve, find: (area: Box) => readonly Box[], from: Box, to: Box): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < samples; at += 1) {
    const { x, y } = pointOn(curve, (at + 1) / (samples + 1));
    xs[at] = x;
    ys[at] = y;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  let crossings = 0;
  const area = {
    x: left - clearance,
    y: top - clearance,
    width: right - left + 2 * clearance,
    height: bottom - top + 2 * clearance,
  };
  for (const box of find(area)) {
    const own = box === from || box === to;
    const room = own ? 0 : clearance;
    let hits = 0;
    for (let at = 0; at < samples; at += 1) {
      const x = xs[at]!;
      const y = ys[at]!;
      if (x > box.x - room && x < box.x + box.width + room && y > box.y - room && y < box.y + box.height + room)
        hits += 1;
    }
    if (own ? hits > 1 : hits > 0) crossings += 1;
  }
  return crossings;
}
