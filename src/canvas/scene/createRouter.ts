import { centreOf, type Box, type Point } from '../graph/Box.ts';
import { chooseSides, curveBetween, noObstacles, type Obstacles, type Sides } from '../graph/chooseSides.ts';
import { boundsOf, headLength, normalOf, type Curve, type Route } from '../graph/Route.ts';
import { spreadAnchors, type EdgeEnd } from '../graph/spreadAnchors.ts';
import type { DrawnEdge, ItemId } from '../graph/VisibleGraph.ts';

/** Lines at one item beyond which they no longer look for ways around others. */
const manyLines = 120;

/** Sides once chosen, by edge id; they stay while the two boxes stay, so that dragging costs only what it touches. */
export type SidesMemory = Map<string, { readonly from: Box; readonly to: Box; readonly sides: Sides }>;

/** Finds the way of a line when it is asked for, and remembers it: what is never in view costs nothing. */
export interface Router {
  /** Null for an edge whose ends are not placed. `at`: its position among the edges. */
  readonly routeOf: (at: number) => Route | null;
  readonly hasRoute: (at: number) => boolean;
}

interface Line {
  readonly sides: Sides;
  readonly start: EdgeEnd;
  readonly end: EdgeEnd;
}

export function createRouter(
  edges: readonly DrawnEdge[],
  boxes: ReadonlyMap<ItemId, Box>,
  { obstacles, memory }: { readonly obstacles: Obstacles; readonly memory: SidesMemory },
): Router {
  const linesAt = new Map<ItemId, number[]>();
  edges.forEach(({ from, to }, at) => {
    if (from === to) return;
    for (const item of [from, to]) {
      const list = linesAt.get(item);
      if (list === undefined) linesAt.set(item, [at]);
      else list.push(at);
    }
  });
  const lines = new Map<number, Line | null>();
  const routes = new Map<number, Route | null>();
  const anchors = new Map<ItemId, ReadonlyMap<EdgeEnd, Point>>();

  const lineOf = (at: number): Line | null => {
    const known = lines.get(at);
    if (known !== undefined) return known;
    const edge = edges[at]!;
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) {
      lines.set(at, null);
      return null;
    }
    const before = memory.get(edge.id);
    const isCrowded = Math.max(linesAt.get(edge.from)!.length, linesAt.get(edge.to)!.length) > manyLines;
    const sides =
      before !== undefined && before.from === from && before.to === to
        ? before.sides
        : chooseSides(from, to, isCrowded ? noObstacles : obstacles);
    memory.set(edge.id, { from, to, sides });
    const line = {
      sides,
      start: { item: edge.from, side: sides.start, box: from, towards: centreOf(to) },
      end: { item: edge.to, side: sides.end, box: to, towards: centreOf(from) },
    };
    lines.set(at, line);
    return line;
  };

  const anchorOf = (item: ItemId, end: EdgeEnd): Point => {
    let known = anchors.get(item);
    if (known === undefined) {
      const ends = (linesAt.get(item) ?? []).flatMap((at) => {
        const line = lineOf(at);
        if (line === null) return [];
        return line.start.item === item ? [line.start] : [line.end];
      });
      known = spreadAnchors(ends);
      anchors.set(item, known);
    }
    return known.get(end) ?? end.towards;
  };

  const findRoute = (at: number): Route | null => {
    const edge = edges[at]!;
    if (edge.from === edge.to) {
      const box = boxes.get(edge.from);
      return box === undefined ? null : loopAt(box);
    }
    const line = lineOf(at);
    if (line === null) return null;
    const { sides, start, end } = line;
    const tip = anchorOf(edge.to, end);
    const curve = curveBetween(anchorOf(edge.from, start), beforeTip(tip, sides), sides);
    return { curve, tip, side: sides.end, bounds: boundsOf(curve, tip) };
  };

  return {
    hasRoute: (at) => routes.has(at),
    routeOf: (at) => {
      let route = routes.get(at);
      if (route === undefined) {
        route = findRoute(at);
        routes.set(at, route);
      }
      return route;
    },
  };
}

/** The line ends where the head begins. */
function beforeTip(tip: Point, { end }: Sides): Point {
  const out = normalOf(end);
  return { x: tip.x + out.x * (headLength - 1), y: tip.y + out.y * (headLength - 1) };
}

/** A flow to itself: out at the right, back in at the top. */
function loopAt(box: Box): Route {
  const right = box.x + box.width;
  const tip = { x: right - 22, y: box.y };
  const curve: Curve = {
    start: { x: right, y: box.y + 16 },
    startControl: { x: right + 30, y: box.y + 10 },
    endControl: { x: right - 20, y: box.y - 30 },
    end: { x: tip.x, y: tip.y - headLength + 1 },
  };
  return { curve, tip, side: 'top', bounds: boundsOf(curve, tip) };
}
