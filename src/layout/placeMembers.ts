import { areNear, boxAround, centreOf, toBox } from './Box.ts';
import { findFreePlace } from './findFreePlace.ts';
import { findPlaceOutside } from './findPlaceOutside.ts';
import type { Box, LayoutNode, Point, Size } from './Layout.ts';
import { boxOf, listObstacles, type Picture } from './Picture.ts';
import { framePadding, insideSpacing, toFrameBox } from './spacing.ts';
import { wishPlaceInside } from './wishPlace.ts';

/** Places the newcomers of a frame that stands. It grows around them; for whom it has no room stands outside. */
export function placeMembers(picture: Picture, id: string, members: readonly LayoutNode[]): void {
  for (const node of members) {
    const frame = picture.groups[id];
    if (frame === undefined || picture.nodes[node.id] !== undefined) continue;
    const siblings = members.flatMap((other) => (picture.outsiders.has(other.id) ? [] : (boxOf(picture, other) ?? [])));
    const others = listObstacles(picture, { except: id });
    const wish = wishPlaceInside(picture, node, { frame, siblings });
    const place = findPlaceInside(frame, node, { siblings, others, wish });
    if (place === null) {
      picture.nodes[node.id] = findPlaceOutside(picture, node, centreOf(frame));
      picture.outsiders.add(node.id);
    } else {
      picture.nodes[node.id] = place;
      picture.groups[id] = growAround(frame, toBox(place, node));
    }
  }
}

/** Rather where the frame stays as it is; else where its corner stays; else wherever it may grow. Null when it may not. */
function findPlaceInside(
  frame: Box,
  size: Size,
  {
    siblings,
    others,
    wish,
  }: { readonly siblings: readonly Box[]; readonly others: readonly Box[]; readonly wish: Point },
): Point | null {
  const corner = { x: frame.x + framePadding.left, y: frame.y + framePadding.top };
  const grown = (place: Point): Box => growAround(frame, toBox(place, size));
  const fits = (place: Point): boolean => mayGrow(frame, grown(place), others);
  if (siblings.length === 0 && fits(corner)) return corner;
  const find = (accepts: (place: Point) => boolean): Point | null =>
    findFreePlace(size, { obstacles: siblings, wish, gap: insideSpacing.y, accepts });
  return (
    find((place) => isSameBox(grown(place), frame)) ??
    find((place) => place.x >= corner.x && place.y >= corner.y && fits(place)) ??
    find(fits)
  );
}

const growAround = (frame: Box, box: Box): Box => boxAround([frame, toFrameBox(box)]) ?? frame;

/** A frame keeps its distance from others, except from those that were that near before. */
const mayGrow = (frame: Box, grown: Box, others: readonly Box[]): boolean =>
  [insideSpacing.y, 0].every((gap) =>
    others.every((other) => !areNear(grown, other, gap) || areNear(frame, other, gap)),
  );

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
