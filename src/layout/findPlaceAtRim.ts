import { findPlaceOutside } from './findPlaceOutside.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import { boxAroundFrames, listObstacles, type Picture } from './Picture.ts';
import { findRimPlace } from './placeRim.ts';
import { rimDistance } from './spacing.ts';
import { wishPlace } from './wishPlace.ts';

/** For a newcomer at the rim: in the column where its like stand, else in a new one beside the frames. */
export function findPlaceAtRim(picture: Picture, node: LayoutNode): Point {
  const bounds = boxAroundFrames(picture) ?? { x: 0, y: 0, width: 0, height: 0 };
  const wish = wishPlace(picture, [node]);
  const obstacles = listObstacles(picture, { except: null });
  const x = columnBeside(picture, node, bounds);
  return findRimPlace(node, { x, wish: wish.y, obstacles }) ?? findPlaceOutside(picture, node, wish);
}

/** The left edge of the innermost column on the node's side. */
function columnBeside(picture: Picture, node: LayoutNode, bounds: Box): number {
  const right = bounds.x + bounds.width;
  // Those that stand on that side; an edit can turn a source that stands left into a destination.
  const isBeside = (place: Point, { width }: LayoutNode): boolean =>
    node.rim === 'left' ? place.x + width <= bounds.x : place.x >= right;
  const column = picture.model.rim.flatMap((other) => {
    const place = picture.nodes[other.id];
    return place !== undefined && other.id !== node.id && isBeside(place, other) ? [place.x] : [];
  });
  if (node.rim === 'left') return column.length > 0 ? Math.max(...column) : bounds.x - rimDistance - node.width;
  return column.length > 0 ? Math.min(...column) : right + rimDistance;
}
