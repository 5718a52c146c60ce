import type { Box, Size } from './Box.ts';
import type { FrameItem, Item, Reach } from './VisibleGraph.ts';

/** Sizes are known before anything is drawn, so that React Flow need not measure. The styles of the cards keep to them. */
export const cardSize: Size = { width: 216, height: 64 };
export const collapsedSize: Size = { width: 240, height: 92 };
const externalSize: Size = { width: 196, height: 44 };

/** Height of a frame's header, as in its style sheet. */
export const frameHeader = 38;

/** Room in a frame around its cards; as in the layout. */
export const framePadding = { top: 46, right: 22, bottom: 22, left: 22 } as const;

const podRow = 22;
const shownPods = 12;

/** As drawn; frames have the size that the layout gives them. */
export function sizeOf(item: Item): Size {
  if (item.type === 'external') return externalSize;
  if (item.type === 'collapsed') return collapsedSize;
  if (item.type === 'card') return { width: cardSize.width, height: cardSize.height + podsHeight(item.pods?.length) };
  return { width: 0, height: 0 };
}

/** How many pods an expanded card lists; the rest is a line "and 8 more". */
export const podsShown = (count: number): number => (count > shownPods ? shownPods - 1 : count);

const podsHeight = (count: number | undefined): number =>
  count === undefined ? 0 : Math.min(count, shownPods) * podRow + 10;

/** About where the words of a frame's header stand. */
export const headerBox = ({ name }: FrameItem, { x, y, width }: Box): Box => ({
  x,
  y: y + 6,
  width: Math.min(width, 40 + name.length * 8 + 140),
  height: 26,
});

/** About where a card has its word "in" or "out" while a neighbour is in focus, as in its style sheet. */
export const focusTagBox = ({ x, y, width }: Box): Box => ({ x: x + width - 74, y: y - 10, width: 68, height: 18 });

/** About where a card's marks of how far it reaches stand: at its sides, as in their style sheet. */
export function reachBoxes(item: Item, { x, y, width }: Box): readonly Box[] {
  if (item.type !== 'card') return [];
  const markWidth = ({ workloads, verdict }: Reach): number =>
    38 + 10 * String(workloads).length + (verdict === 'uncertain' ? 14 : 0);
  const boxes: Box[] = [];
  if (item.reachedFrom !== null) {
    const wide = markWidth(item.reachedFrom);
    boxes.push({ x: x + 2 - wide, y, width: wide, height: 26 });
  }
  if (item.reaches !== null) boxes.push({ x: x + width - 2, y, width: markWidth(item.reaches), height: 26 });
  return boxes;
}
