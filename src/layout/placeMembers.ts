import { areNear, boxAround, centreOf, toBox, type Gap } from './Box.ts';
import { findFreePlace } from './findFreePlace.ts';
import { findPlaceOutside } from './findPlaceOutside.ts';
import type { Box, LayoutNode, Point, Size } from './Layout.ts';
import { boxOf, listObstacles, type Picture } from './Picture.ts';
import { framePadding, insideSpacing, toFrameBox } from './spacing.ts';
import { wishPlaceInside } from './wishPlace.ts';

/** Places the newcomers of a frame that stands. It grows around them; for whom it has no room stands outside. */
export function placeMembers(picture: Picture, id: string, members: readonly LayoutNode[]): void {
  const newcomers = members.filter((node) => picture.nodes[node.id] === undefined);
  if (newcomers.length === 0) return;
  const siblings = members.flatMap((other) => (picture.outsiders.has(other.id) ? [] : (boxOf(picture, other) ?? [])));
  let others = listObstacles(picture, { except: id });
  for (const node of newcomers) {
    const frame = picture.groups[id];
    if (frame === undefined) continue;
    const wish = wishPlaceInside(picture, node, { frame, siblings });
    const place = findPlaceInside(frame, node, { siblings, others, wish });
    if (place === null) {
      picture.nodes[node.id] = findPlaceOutside(picture, node, centreOf(frame));
      picture.outsiders.add(node.id);
      others = listObstacles(picture, { except: id });
    } else {
      siblings.push(toBox(place, node));
      picture.nodes[node.id] = place;
      picture.groups[id] = growAround(frame, toBox(place, node));
    }
  }
}

/** As in a grid; nearer to the others only where there is no other way. */
const gaps: readonly Gap[] = [insideSpacing, { x: insideSpacing.y, y: insideSpacing.y }];

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
  for (const gap of gaps) {
    const find = (accepts: (place: Point) => boolean): Point | null =>
      findFreePlace(size, { obstacles: siblings, wish, gap, accepts });
    const place =
      find((inside) => isSameBox(grown(inside), frame)) ??
      find((beside) => beside.x >= corner.x && beside.y >= corner.y && fits(beside)) ??
      find(fits);
    if (place !== null) return place;
  }
  return null;
}

const growAround = (frame: Box, box: Box): Box => boxAround([frame, toFrameBox(box)]) ?? frame;

/** A frame keeps its distance from others, except from those that were that near before. */
const mayGrow = (frame: Box, grown: Box, others: readonly Box[]): boolean =>
  [insideSpacing.y, 0].every((gap) => {
    const around = { x: gap, y: gap };
    return others.every((other) => !areNear(grown, other, around) || areNear(frame, other, around));
  });

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
