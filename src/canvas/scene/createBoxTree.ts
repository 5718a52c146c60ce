import Flatbush from 'flatbush';
import type { Box } from '../graph/Box.ts';

/** Boxes by place: what a part of the map contains is found without looking at the rest. Boxes are known by their position in the list. */
export interface BoxTree {
  /** Calls back with each box that touches the area, in no particular order. */
  visit(area: Box, found: (at: number) => void): void;
}

/** `boxes`: null where nothing is, which no area touches. */
export function createBoxTree(boxes: readonly (Box | null)[]): BoxTree {
  const placed: number[] = [];
  for (let at = 0; at < boxes.length; at += 1) if (boxes[at] !== null) placed.push(at);
  // It knows no empty tree.
  if (placed.length === 0) return { visit: () => undefined };
  const tree = new Flatbush(placed.length);
  for (const at of placed) {
    const { x, y, width, height } = boxes[at]!;
    tree.add(x, y, x + width, y + height);
  }
  tree.finish();
  return {
    visit: ({ x, y, width, height }, found) => {
      tree.search(x, y, x + width, y + height, (at) => {
        found(placed[at]!);
        return false;
      });
    },
  };
}
