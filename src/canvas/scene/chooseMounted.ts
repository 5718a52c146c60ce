import { centreOf, type Box } from '../graph/Box.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { Scene, SceneItem } from './createScene.ts';

/** Maps of so few things are elements as a whole, wherever one looks. */
const small = 150;

export const isSmallMap = ({ items }: Scene): boolean => items.length <= small;

/** More elements than that make a page slow; the layer below paints the rest. */
const [mostCards, mostOthers] = [240, 130];

/** From farther away cards are too small for more than the layer below paints of them. */
const cardZoom = 0.25;

/**
 * Which items are elements of the page: those in view, the nearest to its middle first, as long as they are few enough.
 *
 * @param looked null while nobody knows where to look
 * @param keep items that are wherever one looks, because they are selected or dragged
 */
export function chooseMounted(
  scene: Scene,
  looked: { readonly view: Box; readonly zoom: number } | null,
  keep: ReadonlySet<ItemId>,
): readonly SceneItem[] {
  if (isSmallMap(scene)) return scene.items;
  if (looked === null) return [];
  const { view, zoom } = looked;
  const kept: SceneItem[] = [];
  const cards: SceneItem[] = [];
  const others: SceneItem[] = [];
  scene.tree.visit(view, (at) => {
    const one = scene.items[at]!;
    if (keep.has(one.item.id)) return;
    if (one.item.type === 'card') cards.push(one);
    else others.push(one);
  });
  for (const one of scene.items) if (keep.has(one.item.id)) kept.push(one);
  const middle = centreOf(view);
  const distance = ({ box }: SceneItem): number => {
    const { x, y } = centreOf(box);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  const nearest = (list: readonly SceneItem[], most: number): readonly SceneItem[] =>
    list.length > most ? [] : list.toSorted((a, b) => distance(a) - distance(b));
  return [...kept, ...nearest(others, mostOthers), ...(zoom < cardZoom ? [] : nearest(cards, mostCards))];
}
