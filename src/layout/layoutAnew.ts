import { arrangeFrame } from './arrangeFrame.ts';
import { arrangeItems } from './arrangeItems.ts';
import { boxAround, toBox } from './Box.ts';
import type { Box, LayoutResult, Point } from './Layout.ts';
import { edgesBetween, type LayoutModel } from './LayoutModel.ts';
import { placeRim } from './placeRim.ts';
import { outsideSpacing, type Spacing } from './spacing.ts';

/** So much may be asked of dagre in one layout (nodes and twice the edges of all frames together): about 250 ms. */
const layeredBudget = 1600;

/** The more lines run between the frames, the more room they need. */
const widen = (spacing: Spacing, edgesPerItem: number): Spacing => ({
  ...spacing,
  x: spacing.x + Math.min(130, Math.round(26 * edgesPerItem)),
  y: spacing.y + Math.min(56, Math.round(12 * edgesPerItem)),
});

/** A picture from nothing: frames inside, then frames beside each other, then the rim. */
export function layoutAnew(model: LayoutModel): LayoutResult {
  const nodes: Record<string, Point> = {};
  const groups: Record<string, Box> = {};
  const itemOf = new Map<string, number>();
  const groupIds = [...model.members.keys()];
  groupIds.forEach((id, item) => model.members.get(id)?.forEach((node) => itemOf.set(node.id, item)));
  model.free.forEach((node, at) => itemOf.set(node.id, groupIds.length + at));

  const edgesInside = new Array<number>(groupIds.length).fill(0);
  for (const { from, to } of model.edges) {
    const item = itemOf.get(from);
    if (item !== undefined && item === itemOf.get(to)) edgesInside[item] = (edgesInside[item] ?? 0) + 1;
  }
  let budget = layeredBudget;
  const frames = groupIds.map((id, item) => {
    const members = model.members.get(id) ?? [];
    budget -= members.length + 2 * (edgesInside[item] ?? 0);
    return arrangeFrame(model, members, { layered: budget >= 0 });
  });

  const crossing = edgesBetween(model, (id) => itemOf.get(id));
  const outside = arrangeItems([...frames.map(({ size }) => size), ...model.free], crossing, {
    spacing: widen(outsideSpacing, crossing.length / Math.max(1, frames.length + model.free.length)),
    layered: budget >= 0,
  });
  groupIds.forEach((id, item) => {
    const corner = outside.places[item] ?? { x: 0, y: 0 };
    const frame = frames[item];
    if (frame === undefined) return;
    groups[id] = toBox(corner, frame.size);
    model.members.get(id)?.forEach((node, at) => {
      const place = frame.places[at] ?? { x: 0, y: 0 };
      nodes[node.id] = { x: corner.x + place.x, y: corner.y + place.y };
    });
  });
  model.free.forEach((node, at) => (nodes[node.id] = outside.places[groupIds.length + at] ?? { x: 0, y: 0 }));

  const bounds = boxAround([...Object.values(groups), ...model.free.map((node) => toBox(nodes[node.id]!, node))]) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  for (const side of ['left', 'right'] as const) {
    const there = model.rim.filter(({ rim }) => rim === side);
    for (const [id, place] of placeRim(there, side, bounds, (node) => heightOfNeighbours(node))) nodes[id] = place;
  }
  return { nodes, groups };

  function heightOfNeighbours(id: string): number {
    const heights = (model.neighbours.get(id) ?? []).flatMap((other) => {
      const place = nodes[other];
      return place === undefined ? [] : [place.y + (model.nodes.get(other)?.height ?? 0) / 2];
    });
    if (heights.length === 0) return bounds.y + bounds.height / 2;
    return heights.reduce((sum, height) => sum + height, 0) / heights.length;
  }
}
