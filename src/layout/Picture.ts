import { boxAround, centreOf, toBox } from './Box.ts';
import type { Box, LayoutNode, Point } from './Layout.ts';
import type { LayoutModel } from './LayoutModel.ts';

/** A picture that newcomers are placed into one after another. It lives for one layout. */
export interface Picture {
  readonly model: LayoutModel;
  /** Corners of the nodes that have a place, by id. */
  readonly nodes: Record<string, Point>;
  /** The frames that stand, by id. */
  readonly groups: Record<string, Box>;
  /** Ids of the nodes that stand outside the frame they belong to. */
  readonly outsiders: Set<string>;
}

/** Null while the node has no place. */
export function boxOf({ nodes }: Picture, node: LayoutNode): Box | null {
  const place = nodes[node.id];
  return place === undefined ? null : toBox(place, node);
}

/** Centres of those among the nodes that have a place. */
export const centresOf = (picture: Picture, ids: readonly string[]): readonly Point[] =>
  ids.flatMap((id) => {
    const node = picture.model.nodes.get(id);
    const box = node === undefined ? null : boxOf(picture, node);
    return box === null ? [] : [centreOf(box)];
  });

/** Around all frames that stand; null for none. */
export const boxAroundFrames = ({ groups }: Picture): Box | null => boxAround(Object.values(groups));

/** Everything that a frame or a free node must keep clear of; `except` is a frame that does not stand in its own way. */
export function listObstacles(picture: Picture, { except }: { readonly except: string | null }): readonly Box[] {
  const { model, groups, outsiders } = picture;
  const frames = Object.entries(groups).flatMap(([id, box]) => (id === except ? [] : [box]));
  const strays = [...outsiders].flatMap((id) => model.nodes.get(id) ?? []);
  return [...frames, ...[...model.free, ...model.rim, ...strays].flatMap((node) => boxOf(picture, node) ?? [])];
}
