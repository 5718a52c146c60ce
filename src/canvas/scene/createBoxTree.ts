import Flatbush from 'flatbush';
import { boxAround, type Box } from '../graph/Box.ts';

/** Boxes by place: what a part of the map contains is found without looking at the rest. Boxes are known by their position in the list. */
export interface BoxTree {
  /** Calls back with each box that touches the area, in no particular order. */
  visit(area: Box, found: (at: number) => void): void;
  /** Does now what the first visit of a part would have to. */
  prepare(): void;
}

interface Placed {
  readonly numbers: readonly number[];
  readonly boxes: readonly Box[];
  readonly bounds: Box;
}

/** `boxAt`: null where nothing is, which no area touches; it is asked when something is looked for. */
export function createBoxTree(count: number, boxAt: (at: number) => Box | null): BoxTree {
  let placed: Placed | null | undefined;
  let sorted: Flatbush | null = null;
  const sort = ({ boxes }: Placed): Flatbush => {
    const tree = new Flatbush(boxes.length);
    for (const { x, y, width, height } of boxes) tree.add(x, y, x + width, y + height);
    tree.finish();
    return tree;
  };
  return {
    visit: (area, found) => {
      placed ??= place(count, boxAt);
      if (placed === null) return;
      const { numbers, bounds } = placed;
      // Whoever looks at everything, as one does first, needs no order.
      if (covers(area, bounds)) {
        for (const at of numbers) found(at);
        return;
      }
      sorted ??= sort(placed);
      sorted.search(area.x, area.y, area.x + area.width, area.y + area.height, (at) => {
        found(numbers[at]!);
        return false;
      });
    },
    prepare: () => {
      placed ??= place(count, boxAt);
      if (placed !== null) sorted ??= sort(placed);
    },
  };
}

function place(count: number, boxAt: (at: number) => Box | null): Placed | null {
  const numbers: number[] = [];
  const boxes: Box[] = [];
  for (let at = 0; at < count; at += 1) {
    const box = boxAt(at);
    if (box === null) continue;
    numbers.push(at);
    boxes.push(box);
  }
  const bounds = boxAround(boxes);
  return bounds && { numbers, boxes, bounds };
}

const covers = (area: Box, { x, y, width, height }: Box): boolean =>
  area.x <= x && area.y <= y && area.x + area.width >= x + width && area.y + area.height >= y + height;
