import { centreOf, type Box, type Point } from '../graph/Box.ts';
import { createTakenPlaces } from '../graph/placeLabel.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { SceneItem } from '../scene/createScene.ts';
import type { TextFitter } from './fitText.ts';
import type { Frame } from './Frame.ts';

/** Sizes on the screen: no larger than a heading, no smaller than can be read. */
const [largest, smallest] = [20, 11];

/** Land smaller than its name has neighbours that the name covers: such names keep a distance, so that the traffic is seen between them. */
const distance = { x: 34, y: 22 } as const;

/** Land is as large as other land of up to twice its area. */
const magnitude = ({ box }: SceneItem): number => Math.floor(Math.log2(box.width * box.height));

export interface PaintedTitle {
  readonly id: ItemId;
  /** On the map. */
  readonly box: Box;
  readonly isDim: boolean;
}

const boxAt = ({ x, y }: Point, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/**
 * Names of namespaces across their land, as on a map, when the map is too small for anything else. Where there is no room for all, the
 * largest have it, and those that had it before: a name is left out rather than written over another. What is selected or pointed at
 * always has its name. `alpha`: titles come as cards go. Returns the names that were written.
 */
export function paintTitles(
  context: CanvasRenderingContext2D,
  frame: Frame,
  {
    items,
    text,
    alpha,
    before,
  }: {
    readonly items: readonly SceneItem[];
    readonly text: TextFitter;
    readonly alpha: number;
    /** Whose names are there now; moving the map does not change them. */
    readonly before: ReadonlySet<ItemId>;
  },
): readonly PaintedTitle[] {
  const { viewport, palette, emphasis } = frame;
  const { zoom, x, y } = viewport;
  const isFirst = (id: ItemId): boolean => emphasis.selectedItem === id || emphasis.items?.has(id) === true;
  const frames = items
    .filter(({ item }) => item.type === 'frame')
    .map((one) => ({ ...one, first: isFirst(one.item.id), size: magnitude(one), there: before.has(one.item.id) }))
    .sort((a, b) => Number(b.first) - Number(a.first) || b.size - a.size || Number(b.there) - Number(a.there));
  const taken = createTakenPlaces(80);
  const written: PaintedTitle[] = [];
  context.save();
  context.setTransform(frame.pixels, 0, 0, frame.pixels, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { item, box, first } of frames) {
    if (item.type !== 'frame') continue;
    const width = box.width * zoom;
    const size = Math.round(Math.max(smallest, Math.min(largest, width / 9, box.height * zoom * 0.42)));
    text.setFont(context, `600 ${size}px ${palette.textFont}`);
    // A name that is cut to what its neighbours begin with as well says nothing: rather fewer names, but whole.
    const room = Math.max(width * 1.05, (first ? 24 : 12) * size);
    const words = text.fit(context, item.name, room, item.nameEnd);
    if (words === '') continue;
    const wide = text.widthOf(context, words);
    const at = { x: x + (box.x + box.width / 2) * zoom, y: y + (box.y + box.height / 2) * zoom };
    const apart = first || wide <= width * 1.3 ? { x: 3, y: 1 } : distance;
    const place = {
      x: at.x - wide / 2 - apart.x,
      y: at.y - size / 2 - apart.y,
      width: wide + 2 * apart.x,
      height: size + 2 * apart.y,
    };
    if (!taken.isFree(place)) continue;
    taken.take({ x: at.x - wide / 2 - 3, y: at.y - size / 2 - 1, width: wide + 6, height: size + 2 });
    const isDim = emphasis.items !== null && !emphasis.items.has(item.id);
    written.push({ id: item.id, box: boxAt(centreOf(box), wide / zoom, size / zoom), isDim });
    context.globalAlpha = alpha * (isDim ? 0.4 : 1);
    context.strokeStyle = palette.panel;
    context.lineWidth = 4;
    context.strokeText(words, at.x, at.y);
    context.fillStyle = palette.ink;
    context.fillText(words, at.x, at.y);
  }
  context.restore();
  return written;
}
