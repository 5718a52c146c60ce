import { centreOf } from './Box.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import { boxAroundFrames, centresOf, type Picture } from './Picture.ts';

/** Where newcomers would best have their centre: amid those they talk to; else under the picture. */
export function wishPlace(picture: Picture, newcomers: readonly LayoutNode[]): Point {
  const centres = newcomers.flatMap(({ id }) => centresOf(picture, picture.model.neighbours.get(id) ?? []));
  if (centres.length > 0) return meanOf(centres);
  const bounds = boxAroundFrames(picture);
  return bounds === null ? { x: 0, y: 0 } : { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height };
}

/** The same inside a frame: amid those there that it talks to; else under the last of them. */
export function wishPlaceInside(
  picture: Picture,
  node: LayoutNode,
  { frame, siblings }: { readonly frame: Box; readonly siblings: readonly Box[] },
): Point {
  const { neighbours, nodes } = picture.model;
  const partners = (neighbours.get(node.id) ?? []).filter((other) => nodes.get(other)?.group === node.group);
  const centres = centresOf(picture, partners);
  if (centres.length > 0) return meanOf(centres);
  const last = siblings.at(-1);
  return last === undefined ? centreOf(frame) : { x: last.x + last.width / 2, y: last.y + last.height * 2 };
}

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
