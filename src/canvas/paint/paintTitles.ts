import { touches } from '../graph/Box.ts';
import type { SceneItem } from '../scene/createScene.ts';
import type { TextFitter } from './fitText.ts';
import type { Frame } from './Frame.ts';

/** Sizes on the screen: no larger than a heading, no smaller than can be read. */
const [largest, smallest] = [20, 11];

/**
 * Names of namespaces across their land, as on a map, when the map is too small for anything else. Where there is no room for all, the
 * largest have it: a name is left out rather than written over another. `alpha`: titles come as cards go.
 */
export function paintTitles(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { items, text, alpha }: { readonly items: readonly SceneItem[]; readonly text: TextFitter; readonly alpha: number },
): void {
  const { viewport, palette, emphasis } = frame;
  const { zoom, x, y } = viewport;
  const isFirst = (id: string): boolean => emphasis.selectedItem === id || emphasis.items?.has(id) === true;
  const frames = items
    .filter(({ item, box }) => item.type === 'frame' && box.width * zoom > 14)
    .sort(
      (a, b) =>
        Number(isFirst(b.item.id)) - Number(isFirst(a.item.id)) ||
        b.box.width * b.box.height - a.box.width * a.box.height,
    );
  const taken: { x: number; y: number; width: number; height: number }[] = [];
  context.save();
  context.setTransform(frame.pixels, 0, 0, frame.pixels, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { item, box } of frames) {
    if (item.type !== 'frame') continue;
    const width = box.width * zoom;
    const size = Math.round(Math.max(smallest, Math.min(largest, width / 9, box.height * zoom * 0.42)));
    text.setFont(context, `600 ${size}px ${palette.textFont}`);
    // A name that is cut to what its neighbours begin with as well says nothing: rather fewer names, but whole.
    const room = Math.max(width * 1.05, (isFirst(item.id) ? 24 : 12) * size);
    const words = text.fit(context, item.name, room);
    if (words === '') continue;
    const wide = text.widthOf(context, words);
    const at = { x: x + (box.x + box.width / 2) * zoom, y: y + (box.y + box.height / 2) * zoom };
    const place = { x: at.x - wide / 2 - 3, y: at.y - size / 2 - 1, width: wide + 6, height: size + 2 };
    if (taken.some((other) => touches(other, place))) continue;
    taken.push(place);
    context.globalAlpha = alpha * (emphasis.items === null || emphasis.items.has(item.id) ? 1 : 0.4);
    context.strokeStyle = palette.panel;
    context.lineWidth = 4;
    context.strokeText(words, at.x, at.y);
    context.fillStyle = palette.ink;
    context.fillText(words, at.x, at.y);
  }
  context.restore();
}
