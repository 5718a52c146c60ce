import type { Box, LayoutRequest, LayoutResult, Point } from '../../layout/Layout.ts';

export interface LayoutMeasures {
  /** Pairs that touch and may not: nodes, frames, and nodes with frames of others. */
  readonly overlaps: number;
  /** Cards' area by the area of the box around everything but the rim. */
  readonly used: number;
  /** Width by height of the box around everything. */
  readonly aspect: number;
  /** Mean length of an edge from centre to centre, in canvas units. */
  readonly length: number;
  /** Share of edges whose target's centre stands right of its source's. */
  readonly rightwards: number;
  /** Cards that the straight line of an edge runs through, per edge. */
  readonly crossedCards: number;
  /** Share of pairs of edges that cross, of those looked at. */
  readonly crossings: number;
}

/** So many edges are looked at for what they cross. */
const sampled = 700;

/** How good a picture is. Edges to the rim count for length and crossings too. */
export function measureLayout(request: LayoutRequest, result: LayoutResult): LayoutMeasures {
  const boxes = new Map<string, Box>();
  for (const { id, width, height } of request.nodes) {
    const place = result.nodes[id];
    if (place !== undefined) boxes.set(id, { ...place, width, height });
  }
  const inside = request.nodes.filter(({ rim }) => rim === null).flatMap(({ id }) => boxes.get(id) ?? []);
  const around = boxAround([...inside, ...Object.values(result.groups)]);
  const lines = request.edges
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => ({ from, to, a: centreOf(boxes.get(from)), b: centreOf(boxes.get(to)) }));
  const step = Math.max(1, Math.floor(lines.length / sampled));
  const looked = lines.filter((_, at) => at % step === 0);
  let crossed = 0;
  for (const { from, to, a, b } of looked) {
    for (const [id, box] of boxes) if (id !== from && id !== to && runsThrough(a, b, box)) crossed += 1;
  }
  let crossings = 0;
  looked.forEach((line, at) => {
    for (const other of looked.slice(at + 1)) if (cross(line, other)) crossings += 1;
  });
  return {
    overlaps: listOverlaps(request, result).length,
    used:
      inside.reduce((sum, { width, height }) => sum + width * height, 0) / Math.max(1, around.width * around.height),
    aspect: measureAspect(request, result),
    length: lines.reduce((sum, { a, b }) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0) / Math.max(1, lines.length),
    rightwards: lines.filter(({ a, b }) => b.x > a.x).length / Math.max(1, lines.length),
    crossedCards: crossed / Math.max(1, looked.length),
    crossings: crossings / Math.max(1, (looked.length * (looked.length - 1)) / 2),
  };
}

/** Width by height of the box around everything. */
export function measureAspect({ nodes }: LayoutRequest, result: LayoutResult): number {
  const boxes = nodes.flatMap(({ id, width, height }) => {
    const place = result.nodes[id];
    return place === undefined ? [] : [{ ...place, width, height }];
  });
  const around = boxAround([...boxes, ...Object.values(result.groups)]);
  return around.width / Math.max(1, around.height);
}

/** Pairs of things that touch and may not: nodes, frames, and nodes with frames of others. */
export function listOverlaps({ nodes }: LayoutRequest, result: LayoutResult): readonly string[] {
  const things: { readonly id: string; readonly group: string | null; readonly box: Box }[] = [
    ...nodes.flatMap(({ id, group, width, height }) => {
      const place = result.nodes[id];
      return place === undefined ? [] : [{ id, group, box: { ...place, width, height } }];
    }),
    ...Object.entries(result.groups).map(([id, box]) => ({ id: `frame ${id}`, group: null, box })),
  ].sort((a, b) => a.box.x - b.box.x);
  const found: string[] = [];
  things.forEach((a, at) => {
    for (let other = at + 1; other < things.length; other += 1) {
      const b = things[other];
      if (b === undefined || b.box.x >= a.box.x + a.box.width) break;
      const isOwn = a.id === `frame ${b.group}` || b.id === `frame ${a.group}`;
      if (!isOwn && a.box.y < b.box.y + b.box.height && b.box.y < a.box.y + a.box.height)
        found.push(`${a.id} on ${b.id}`);
    }
  });
  return found;
}

function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return boxes.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

const centreOf = (box: Box | undefined): Point =>
  box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };

/** Whether the line from a to b has a point inside the box (Liang and Barsky's clipping). */
function runsThrough(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  for (const [towards, room] of [
    [-dx, a.x - x],
    [dx, x + width - a.x],
    [-dy, a.y - y],
    [dy, y + height - a.y],
  ] as const) {
    if (towards === 0) {
      if (room < 0) return false;
    } else if (towards < 0) enter = Math.max(enter, room / towards);
    else leave = Math.min(leave, room / towards);
  }
  return enter < leave;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly a: Point;
  readonly b: Point;
}

function cross(one: Line, other: Line): boolean {
  if ([other.from, other.to].some((id) => id === one.from || id === one.to)) return false;
  const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    side(one.a, one.b, other.a) * side(one.a, one.b, other.b) < 0 &&
    side(other.a, other.b, one.a) * side(other.a, other.b, one.b) < 0
  );
}
