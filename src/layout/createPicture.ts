import { areNear, boxAround, noGap, toBox } from './Box.ts';
import type { Box, LayoutNode, LayoutRequest, Point } from './Layout.ts';
import type { LayoutModel } from './LayoutModel.ts';
import { boxOf, type Picture } from './Picture.ts';
import { emptyFrame, toFrameBox } from './spacing.ts';

/** The picture before anyone joins: nodes where they were, and the frames that something of has a place. */
export function createPicture(model: LayoutModel, { fixed, frames }: Pick<LayoutRequest, 'fixed' | 'frames'>): Picture {
  const picture: Picture = { model, nodes: {}, groups: {}, outsiders: new Set() };
  for (const { id } of model.nodes.values()) {
    const place = fixed[id];
    if (place !== undefined) picture.nodes[id] = { x: place.x, y: place.y };
  }
  for (const [id, members] of model.members) {
    const frame = frames?.[id];
    if (frame !== undefined) noteOutsiders(picture, members, frame);
    const box = frameAround(picture, members, { corner: fixed[id], frame });
    if (box !== null) picture.groups[id] = box;
  }
  return picture;
}

/** Nodes outside the frame they belong to stay outside. */
function noteOutsiders(picture: Picture, members: readonly LayoutNode[], frame: Box): void {
  for (const node of members) {
    const box = boxOf(picture, node);
    if (box !== null && !areNear(box, frame, noGap)) picture.outsiders.add(node.id);
  }
}

/** The frame as it stands; null when nothing of it has a place. */
function frameAround(
  picture: Picture,
  members: readonly LayoutNode[],
  { corner, frame }: { readonly corner: Point | undefined; readonly frame: Box | undefined },
): Box | null {
  const placed = members.filter((node) => boxOf(picture, node) !== null);
  if (placed.length === 0) {
    if (frame !== undefined) return frame;
    return corner !== undefined && members.length === 0 ? toBox(corner, emptyFrame) : null;
  }
  const insiders = placed.filter(({ id }) => !picture.outsiders.has(id));
  const boxes = insiders.flatMap((node) => boxOf(picture, node) ?? []).map(toFrameBox);
  if (frame !== undefined) boxes.push(frame);
  else if (corner !== undefined) boxes.push(toBox(corner, { width: 0, height: 0 }));
  return boxAround(boxes);
}
