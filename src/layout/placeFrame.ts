import { arrangeFrame } from './arrangeFrame.ts';
import { chooseEffort } from './chooseEffort.ts';
import { centreOf, toBox } from './Box.ts';
import { findPlaceOutside } from './findPlaceOutside.ts';
import type { LayoutNode, Point } from './Layout.ts';
import type { Picture } from './Picture.ts';
import { pullByPlace } from './pulls.ts';
import { wishPlace } from './wishPlace.ts';

/** Places a frame of which nothing stands yet, with all its nodes; near `corner` when it stood there before. */
export function placeFrame(
  picture: Picture,
  id: string,
  { members, corner }: { readonly members: readonly LayoutNode[]; readonly corner: Point | undefined },
): void {
  const inside = arrangeFrame(picture.model, members, {
    pullOf: pullByPlace(picture.model, { nodes: picture.nodes, frame: null }),
    effort: chooseEffort(picture.model).inside,
  });
  const wish = corner === undefined ? wishPlace(picture, members) : centreOf(toBox(corner, inside.size));
  const place = findPlaceOutside(picture, inside.size, wish);
  picture.groups[id] = toBox(place, inside.size);
  members.forEach((node, at) => {
    const { x, y } = inside.places[at] ?? { x: 0, y: 0 };
    picture.nodes[node.id] = { x: place.x + x, y: place.y + y };
  });
}
