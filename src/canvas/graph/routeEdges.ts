import { centreOf, type Box, type Point } from './Box.ts';
import { chooseSides, curveBetween, type Sides } from './chooseSides.ts';
import { labelSize } from './edgeLabel.ts';
import { placeLabel } from './placeLabel.ts';
import { headLength, normalOf, toHead, toPath, type Curve, type Route } from './Route.ts';
import { spreadAnchors, type EdgeEnd } from './spreadAnchors.ts';
import type { DrawnEdge, ItemId } from './VisibleGraph.ts';

/** Sides once chosen, by edge id; they stay while the two boxes stay, so that dragging costs only what it touches. */
export type SidesMemory = ReadonlyMap<string, { readonly from: Box; readonly to: Box; readonly sides: Sides }>;

export interface Routes {
  readonly byEdge: ReadonlyMap<string, Route>;
  readonly memory: SidesMemory;
}

/**
 * How each edge runs. `solid` are the boxes that a line should not pass behind and a label must not cover (cards, not
 * frames); `headers` are words that a label must not cover. Edges whose ends are not placed yet are left out.
 */
export function routeEdges(
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<ItemId, Box>,
  {
    solid,
    headers,
    remembered,
  }: {
    readonly solid: readonly Box[];
    readonly headers: readonly Box[];
    readonly remembered: SidesMemory | null;
  },
): Routes {
  const memory = new Map<string, { from: Box; to: Box; sides: Sides }>();
  const lines: { edge: DrawnEdge; sides: Sides; start: EdgeEnd; end: EdgeEnd }[] = [];
  const loops: { edge: DrawnEdge; box: Box }[] = [];
  for (const edge of edges) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (edge.from === edge.to) {
      loops.push({ edge, box: from });
      continue;
    }
    const known = remembered?.get(edge.id);
    const sides = known?.from === from && known.to === to ? known.sides : chooseSides(from, to, { solid, headers });
    memory.set(edge.id, { from, to, sides });
    lines.push({
      edge,
      sides,
      start: { item: edge.from, side: sides.start, box: from, towards: centreOf(to) },
      end: { item: edge.to, side: sides.end, box: to, towards: centreOf(from) },
    });
  }
  const anchors = spreadAnchors(lines.flatMap(({ start, end }) => [start, end]));
  const byEdge = new Map<string, Route>();
  const taken: Box[] = [];
  const covered = [...solid, ...headers];
  const add = (edge: DrawnEdge, curve: Curve, head: string, wishes: readonly number[]): void => {
    const label = placeLabel(curve, labelSize(edge), { covered, taken, wishes });
    if (label.box !== null) taken.push(label.box);
    byEdge.set(edge.id, { path: toPath(curve), head, label: label.at, crowded: label.box === null });
  };
  for (const { edge, sides, start, end } of lines) {
    const from = anchors.get(start) ?? start.towards;
    const tip = anchors.get(end) ?? end.towards;
    const curve = curveBetween(from, beforeTip(tip, sides), sides);
    add(edge, curve, toHead(tip, sides.end), [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]);
  }
  for (const { edge, box } of loops) {
    const { curve, tip } = loopAt(box);
    add(edge, curve, toHead(tip, 'top'), [0.5]);
  }
  return { byEdge, memory };
}

/** The line ends where the head begins. */
function beforeTip(tip: Point, { end }: Sides): Point {
  const out = normalOf(end);
  return { x: tip.x + out.x * (headLength - 1), y: tip.y + out.y * (headLength - 1) };
}

/** A flow to itself: out at the right, back in at the top. */
function loopAt(box: Box): { curve: Curve; tip: Point } {
  const right = box.x + box.width;
  const tip = { x: right - 22, y: box.y };
  return {
    tip,
    curve: {
      start: { x: right, y: box.y + 16 },
      startControl: { x: right + 30, y: box.y + 10 },
      endControl: { x: right - 20, y: box.y - 30 },
      end: { x: tip.x, y: tip.y - headLength + 1 },
    },
  };
}
