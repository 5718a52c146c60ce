import { arrangeFrame } from './arrangeFrame.ts';
import { areNear, boxAround, centreOf, toBox } from './Box.ts';
import { findFreePlace, placeBeyond } from './findFreePlace.ts';
import type { Box, LayoutNode, LayoutRequest, LayoutResult, Point, Size } from './Layout.ts';
import type { LayoutModel } from './LayoutModel.ts';
import { findRimPlace } from './placeRim.ts';
import { emptyFrame, framePadding, insideSpacing, outsideSpacing, rimDistance } from './spacing.ts';

/**
 * Places only what has no place yet. What is in `fixed` stays to the pixel; frames may grow around newcomers but their
 * corner moves only where they grow that way. A newcomer for whom its frame has no room, because others stand all around
 * it, stands outside its frame at the nearest free place: nothing overlaps and nothing moves.
 */
export function layoutAround(
  model: LayoutModel,
  { fixed, frames }: Pick<LayoutRequest, 'fixed' | 'frames'>,
): LayoutResult {
  const nodes: Record<string, Point> = {};
  const groups: Record<string, Box> = {};
  const outsiders = new Set<string>();

  for (const node of model.nodes.values()) {
    const place = fixed[node.id];
    if (place !== undefined) nodes[node.id] = { x: place.x, y: place.y };
  }
  for (const [id, members] of model.members) {
    const box = frameAround(members, fixed[id], frames?.[id]);
    if (box !== null) groups[id] = box;
  }
  for (const [id, members] of model.members) {
    if (groups[id] !== undefined) placeMembers(id, members);
  }
  for (const [id, members] of model.members) {
    if (groups[id] === undefined) placeFrame(id, members);
  }
  for (const node of model.free) {
    if (nodes[node.id] === undefined) nodes[node.id] = placeOutside(node, wishOf([node]));
  }
  for (const node of model.rim) {
    if (nodes[node.id] === undefined) nodes[node.id] = placeAtRim(node);
  }
  return { nodes, groups };

  function boxOf(node: LayoutNode): Box | null {
    const place = nodes[node.id];
    return place === undefined ? null : toBox(place, node);
  }

  /** The frame as it stands; null when nothing of it has a place. Nodes outside the frame they belong to stay outside. */
  function frameAround(members: readonly LayoutNode[], corner: Point | undefined, frame: Box | undefined): Box | null {
    const placed = members.flatMap((node) => {
      const box = boxOf(node);
      return box === null ? [] : [{ node, box }];
    });
    if (placed.length === 0) {
      if (frame !== undefined) return frame;
      return corner !== undefined && members.length === 0 ? toBox(corner, emptyFrame) : null;
    }
    const boxes: Box[] = [];
    if (frame !== undefined) boxes.push(frame);
    else if (corner !== undefined) boxes.push(toBox(corner, { width: 0, height: 0 }));
    for (const { node, box } of placed) {
      if (frame !== undefined && !areNear(box, frame, 0)) outsiders.add(node.id);
      else boxes.push(padded(box));
    }
    return boxAround(boxes);
  }

  /** Everything that a frame or a free node must keep clear of. */
  function obstacles(except: string | null): Box[] {
    const boxes = Object.entries(groups).flatMap(([id, box]) => (id === except ? [] : [box]));
    for (const node of [...model.free, ...model.rim]) {
      const box = boxOf(node);
      if (box !== null) boxes.push(box);
    }
    for (const id of outsiders) {
      const node = model.nodes.get(id);
      const box = node === undefined ? null : boxOf(node);
      if (box !== null) boxes.push(box);
    }
    return boxes;
  }

  function placeMembers(id: string, members: readonly LayoutNode[]): void {
    for (const node of members) {
      if (nodes[node.id] !== undefined) continue;
      const frame = groups[id] ?? { x: 0, y: 0, ...emptyFrame };
      const siblings = members.flatMap((other) => (outsiders.has(other.id) ? [] : (boxOf(other) ?? [])));
      const others = obstacles(id);
      const grown = (place: Point): Box => boxAround([frame, padded(toBox(place, node))]) ?? frame;
      const fits = (place: Point): boolean => {
        const box = grown(place);
        return (
          others.every((other) => !areNear(box, other, insideSpacing.y) || areNear(frame, other, insideSpacing.y)) &&
          others.every((other) => !areNear(box, other, 0) || areNear(frame, other, 0))
        );
      };
      const wish = wishIn(frame, node, siblings);
      const ways: readonly ((place: Point) => boolean)[] = [
        (place) => sameBox(grown(place), frame),
        (place) => place.x >= frame.x + framePadding.left && place.y >= frame.y + framePadding.top && fits(place),
        fits,
      ];
      const corner = { x: frame.x + framePadding.left, y: frame.y + framePadding.top };
      const place =
        siblings.length === 0 && fits(corner)
          ? corner
          : firstOf(ways, (accepts) =>
              findFreePlace(node, { obstacles: siblings, wish, gap: insideSpacing.y, accepts }),
            );
      if (place === null) {
        nodes[node.id] = placeOutside(node, centreOf(frame));
        outsiders.add(node.id);
      } else {
        nodes[node.id] = place;
        groups[id] = grown(place);
      }
    }
  }

  function placeFrame(id: string, members: readonly LayoutNode[]): void {
    const inside = arrangeFrame(model, members, { layered: true });
    const corner = fixed[id];
    const wish = corner === undefined ? wishOf(members) : centreOf(toBox(corner, inside.size));
    const place = placeOutside(inside.size, wish);
    groups[id] = toBox(place, inside.size);
    members.forEach((node, at) => {
      const { x, y } = inside.places[at] ?? { x: 0, y: 0 };
      nodes[node.id] = { x: place.x + x, y: place.y + y };
    });
  }

  function placeOutside(size: Size, wish: Point): Point {
    const there = obstacles(null);
    const gap = outsideSpacing.y;
    return findFreePlace(size, { obstacles: there, wish, gap }) ?? placeBeyond(there, wish, gap);
  }

  function placeAtRim(node: LayoutNode): Point {
    const there = obstacles(null);
    const bounds = boxAround(Object.values(groups)) ?? { x: 0, y: 0, width: 0, height: 0 };
    // Those that stand on that side; an edit can turn a source that stands left into a destination.
    const isThere = ({ id, width }: LayoutNode): boolean => {
      const place = nodes[id];
      if (place === undefined) return false;
      return node.rim === 'left' ? place.x + width <= bounds.x : place.x >= bounds.x + bounds.width;
    };
    const alike = model.rim.filter((other) => other.id !== node.id && isThere(other));
    const column = alike.map((other) => nodes[other.id]?.x ?? 0);
    const x =
      column.length > 0
        ? node.rim === 'left'
          ? Math.max(...column)
          : Math.min(...column)
        : node.rim === 'left'
          ? bounds.x - rimDistance - node.width
          : bounds.x + bounds.width + rimDistance;
    const wish = wishOf([node]);
    return findRimPlace(node, { x, wish: wish.y, obstacles: there }) ?? placeOutside(node, wish);
  }

  /** Amid those they talk to; else under the picture. */
  function wishOf(newcomers: readonly LayoutNode[]): Point {
    const centres = newcomers.flatMap(({ id }) => (model.neighbours.get(id) ?? []).flatMap(centreOfNode));
    if (centres.length > 0) return meanOf(centres);
    const bounds = boxAround([...Object.values(groups)]);
    return bounds === null ? { x: 0, y: 0 } : { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height };
  }

  function wishIn(frame: Box, node: LayoutNode, siblings: readonly Box[]): Point {
    const inside = (model.neighbours.get(node.id) ?? []).flatMap((other) =>
      model.nodes.get(other)?.group === node.group ? centreOfNode(other) : [],
    );
    if (inside.length > 0) return meanOf(inside);
    const last = siblings.at(-1);
    return last === undefined ? centreOf(frame) : { x: last.x + last.width / 2, y: last.y + last.height * 2 };
  }

  function centreOfNode(id: string): Point[] {
    const node = model.nodes.get(id);
    const box = node === undefined ? null : boxOf(node);
    return box === null ? [] : [centreOf(box)];
  }
}

const padded = (box: Box): Box => ({
  x: box.x - framePadding.left,
  y: box.y - framePadding.top,
  width: box.width + framePadding.left + framePadding.right,
  height: box.height + framePadding.top + framePadding.bottom,
});

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
