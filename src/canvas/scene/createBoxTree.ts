import type { Box } from '../graph/Box.ts';

const fanOut = 16;

/** Boxes by place: what a part of the map contains is found without looking at the rest. Boxes are known by their position in the list. */
export interface BoxTree {
  /** Calls back with each box that touches the area, in no particular order. */
  visit(area: Box, found: (at: number) => void): void;
}

/**
 * A packed tree: boxes sorted into columns and, within them, by height; every sixteen neighbours share a box around them, and so on
 * upwards. Leutenegger, Lopez, Edgington: STR, a simple and efficient algorithm for R-tree packing (1997).
 */
export function createBoxTree(boxes: readonly Box[]): BoxTree {
  const order = packOrder(boxes);
  const levels: Float64Array[] = [toBounds(order, boxes)];
  while (levels[levels.length - 1]!.length > 4 * fanOut) levels.push(wrap(levels[levels.length - 1]!));

  const visitLevel = (level: number, start: number, end: number, area: Box, found: (at: number) => void): void => {
    const bounds = levels[level]!;
    const last = Math.min(end, bounds.length / 4);
    for (let at = start; at < last; at += 1) {
      if (bounds[4 * at]! > area.x + area.width || bounds[4 * at + 2]! < area.x) continue;
      if (bounds[4 * at + 1]! > area.y + area.height || bounds[4 * at + 3]! < area.y) continue;
      if (level === 0) found(order[at]!);
      else visitLevel(level - 1, at * fanOut, (at + 1) * fanOut, area, found);
    }
  };
  return { visit: (area, found) => visitLevel(levels.length - 1, 0, Infinity, area, found) };
}

function packOrder(boxes: readonly Box[]): Uint32Array {
  const x = Float64Array.from(boxes, (box) => box.x + box.width / 2);
  const y = Float64Array.from(boxes, (box) => box.y + box.height / 2);
  const order = Uint32Array.from(boxes, (_, at) => at);
  sortBy(x, order);
  const column = Math.max(fanOut, Math.ceil(Math.sqrt(boxes.length / fanOut)) * fanOut);
  for (let start = 0; start < order.length; start += column) sortBy(y, order.subarray(start, start + column));
  return order;
}

/** Room for this many positions, and for places within as many pixels either way, in an exact number for both. */
const [positions, furthest] = [2 ** 22, 2 ** 29];

/** Sorts positions by their places to the pixel, as plain numbers: comparing by a function takes many times as long. */
function sortBy(places: Float64Array, order: Uint32Array): void {
  const keys = Float64Array.from(order, (at) => {
    const place = Math.max(-furthest, Math.min(furthest, Math.round(places[at]!)));
    return (place + furthest) * positions + at;
  }).sort();
  keys.forEach((key, at) => {
    order[at] = key % positions;
  });
}

function toBounds(order: Uint32Array, boxes: readonly Box[]): Float64Array {
  const bounds = new Float64Array(4 * order.length);
  for (let at = 0; at < order.length; at += 1) {
    const { x, y, width, height } = boxes[order[at]!]!;
    bounds.set([x, y, x + width, y + height], 4 * at);
  }
  return bounds;
}

function wrap(below: Float64Array): Float64Array {
  const count = below.length / 4;
  const above = new Float64Array(4 * Math.ceil(count / fanOut));
  for (let at = 0; at < above.length / 4; at += 1) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let child = at * fanOut; child < Math.min(count, (at + 1) * fanOut); child += 1) {
      left = Math.min(left, below[4 * child]!);
      top = Math.min(top, below[4 * child + 1]!);
      right = Math.max(right, below[4 * child + 2]!);
      bottom = Math.max(bottom, below[4 * child + 3]!);
    }
    above.set([left, top, right, bottom], 4 * at);
  }
  return above;
}
