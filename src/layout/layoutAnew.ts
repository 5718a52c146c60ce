import { arrangeFrame, rearrangeFrame } from './arrangeFrame.ts';
import { arrangeOutside } from './arrangeOutside.ts';
import { boxAround, centreOf, toBox } from './Box.ts';
import { chooseEffort } from './chooseEffort.ts';
import type { Box, LayoutNode, LayoutResult, Point } from './Layout.ts';
import { edgesBetween, type LayoutModel } from './LayoutModel.ts';
import { placeRim } from './placeRim.ts';
import { pullByPlace, pullByRank } from './pulls.ts';
import { rankItems } from './rankItems.ts';
import { outsideSpacing, rimDistance, type Spacing } from './spacing.ts';

/** The more lines run between the frames, the more room they need; the rim takes its own. */
const widen = (spacing: Spacing, edgesPerItem: number, rim: readonly LayoutNode[]): Spacing => ({
  ...spacing,
  beside: (['left', 'right'] as const).reduce(
    (sum, side) =>
      sum + Math.max(0, ...rim.filter((node) => node.rim === side).map(({ width }) => width + rimDistance)),
    0,
  ),
  x: spacing.x + Math.min(64, Math.round(16 * edgesPerItem)),
  y: spacing.y + Math.min(20, Math.round(5 * edgesPerItem)),
});

/** A picture from nothing: frames inside, then frames beside each other, then their insides towards the others, then the rim. */
export function layoutAnew(model: LayoutModel): LayoutResult {
  const groupIds = [...model.members.keys()];
  const itemOf = new Map<string, number>();
  groupIds.forEach((id, item) => model.members.get(id)?.forEach((node) => itemOf.set(node.id, item)));
  model.free.forEach((node, at) => itemOf.set(node.id, groupIds.length + at));
  const crossing = edgesBetween(model.edges, (id) => itemOf.get(id));
  const ranks = rankItems(groupIds.length + model.free.length, crossing);
  const effort = chooseEffort(model);

  const pullOf = pullByRank(model, (id) => ranks[itemOf.get(id) ?? -1]);
  let frames = groupIds.map((id) => {
    const members = model.members.get(id) ?? [];
    return arrangeFrame(model, members, { pullOf, effort: effort.inside });
  });
  const outside = arrangeOutside([...frames.map(({ size }) => size), ...model.free], crossing, {
    spacing: widen(outsideSpacing, crossing.length / Math.max(1, groupIds.length + model.free.length), model.rim),
    effort: effort.outside,
  });

  const nodes: Record<string, Point> = {};
  const groups: Record<string, Box> = {};
  const placeFrames = (): void =>
    groupIds.forEach((id, item) => {
      const corner = outside.places[item] ?? { x: 0, y: 0 };
      groups[id] = toBox(corner, frames[item]?.size ?? { width: 0, height: 0 });
      model.members.get(id)?.forEach((node, at) => {
        const place = frames[item]?.places[at] ?? { x: 0, y: 0 };
        nodes[node.id] = { x: corner.x + place.x, y: corner.y + place.y };
      });
    });
  placeFrames();
  model.free.forEach((node, at) => (nodes[node.id] = outside.places[groupIds.length + at] ?? { x: 0, y: 0 }));
  frames = frames.map((frame, item) => {
    const id = groupIds[item] ?? '';
    const towards = pullByPlace(model, { nodes, frame: groups[id] ?? null });
    return rearrangeFrame(frame, model.members.get(id) ?? [], { pullOf: towards, sweeps: effort.towards });
  });
  placeFrames();

  const bounds = boxAround([...Object.values(groups), ...model.free.map((node) => toBox(nodes[node.id]!, node))]);
  for (const side of ['left', 'right'] as const) {
    const there = model.rim.filter(({ rim }) => rim === side);
    const around = bounds ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const [id, place] of placeRim(there, side, around, (node) => heightOfNeighbours(node) ?? centreOf(around).y)) {
      nodes[id] = place;
    }
  }
  return { nodes, groups };

  function heightOfNeighbours(id: string): number | null {
    const heights = (model.neighbours.get(id) ?? []).flatMap((other) => {
      const place = nodes[other];
      return place === undefined ? [] : [place.y + (model.nodes.get(other)?.height ?? 0) / 2];
    });
    return heights.length === 0 ? null : heights.reduce((sum, height) => sum + height, 0) / heights.length;
  }
}
