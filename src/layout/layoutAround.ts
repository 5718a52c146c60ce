import { createPicture } from './createPicture.ts';
import { findPlaceAtRim } from './findPlaceAtRim.ts';
import { findPlaceOutside } from './findPlaceOutside.ts';
import type { LayoutRequest, LayoutResult } from './Layout.ts';
import type { LayoutModel } from './LayoutModel.ts';
import { placeFrame } from './placeFrame.ts';
import { placeMembers } from './placeMembers.ts';
import { wishPlace } from './wishPlace.ts';

/**
 * Places only what has no place yet. What is in `fixed` stays to the pixel; frames may grow around newcomers but their
 * corner moves only where they grow that way. A newcomer for whom its frame has no room, because others stand all around
 * it, stands outside its frame at the nearest free place: nothing overlaps and nothing moves.
 */
export function layoutAround(
  model: LayoutModel,
  { fixed, frames }: Pick<LayoutRequest, 'fixed' | 'frames'>,
): LayoutResult {
  const picture = createPicture(model, { fixed, frames });
  const { nodes, groups } = picture;
  for (const [id, members] of model.members) {
    if (groups[id] !== undefined) placeMembers(picture, id, members);
  }
  for (const [id, members] of model.members) {
    if (groups[id] === undefined) placeFrame(picture, id, { members, corner: fixed[id] });
  }
  for (const node of model.free) {
    nodes[node.id] ??= findPlaceOutside(picture, node, wishPlace(picture, [node]));
  }
  for (const node of model.rim) {
    nodes[node.id] ??= findPlaceAtRim(picture, node);
  }
  return { nodes, groups };
}
