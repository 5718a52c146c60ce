import { centreOf } from './Box.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import { insideSpacing } from './spacing.ts';
import { boxAroundFrames, centresOf, type Picture } from './Picture.ts';

/** Where newcomers would best have their centre: amid those they talk to; else under the picture. */
export function wishPlace(picture: Picture, newcomers: readonly LayoutNode[]): Point {
  const centres = newcomers.flatMap(({ id }) => centresOf(picture, picture.model.neighbours.get(id) ?? []));
  if (centres.length > 0) return meanOf(centres);
  const bounds = boxAroundFrames(picture);
  return bounds === null ? { x: 0, y: 0 } : { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height };
}

/** The same inside a frame: a column after those that reach it, before those that it reaches; else under the last one. */
export function wishPlaceInside(
  picture: Picture,
  node: LayoutNode,
  { frame, siblings }: { readonly frame: Box; readonly siblings: readonly Box[] },
): Point {
  const column = node.width + insideSpacing.x;
  const wishes = (picture.model.inside.get(node.group ?? '') ?? []).flatMap(({ from, to }) => {
    const [other, by] = from === node.id ? [to, -column] : to === node.id ? [from, column] : [null, 0];
    return other === null ? [] : centresOf(picture, [other]).map(({ x, y }) => ({ x: x + by, y }));
  });
  if (wishes.length > 0) return meanOf(wishes);
  const last = siblings.at(-1);
  return last === undefined ? centreOf(frame) : { x: last.x + last.width / 2, y: last.y + last.height * 2 };
}

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
