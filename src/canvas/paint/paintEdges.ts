import { touches, type Box } from '../graph/Box.ts';
import { headLength, normalOf, type Route } from '../graph/Route.ts';
import type { DrawnEdge } from '../graph/VisibleGraph.ts';
import type { SceneEdges } from '../scene/createScene.ts';
import type { LabelPlacer } from './createLabelPlacer.ts';
import { moodOf, styleOf, type EdgeStyle } from './EdgeStyle.ts';
import type { Frame } from './Frame.ts';

/** More curves than this in one path make it slower, not faster. */
const chunk = 48;

export interface PaintedEdge {
  readonly at: number;
  readonly edge: DrawnEdge;
  readonly route: Route;
  readonly style: EdgeStyle;
}

export interface PaintedEdges {
  readonly painted: readonly PaintedEdge[];
  /** Ways were left to find for the next picture. */
  readonly isUnfinished: boolean;
}

/** Lines in view, the ones that stand out on top. */
export function paintEdges(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { lines, isFar, alpha }: { readonly lines: SceneEdges; readonly isFar: boolean; readonly alpha: number },
): PaintedEdges {
  const { painted, isUnfinished } = collect(frame, lines, isFar);
  const byStyle = new Map<string, PaintedEdge[]>();
  for (const one of painted) {
    const list = byStyle.get(one.style.key);
    if (list === undefined) byStyle.set(one.style.key, [one]);
    else list.push(one);
  }
  const { zoom } = frame.viewport;
  const groups = [...byStyle.values()].sort((a, b) => a[0]!.style.level - b[0]!.style.level);
  context.lineCap = 'round';
  for (const group of groups) {
    const { style } = group[0]!;
    context.globalAlpha = style.alpha * alpha;
    context.strokeStyle = style.colour;
    context.lineWidth = style.width / zoom;
    context.setLineDash(style.dash.map((length) => length / zoom));
    stroke(context, group);
    if (style.hollow) {
      context.strokeStyle = frame.palette.panel;
      context.lineWidth = Math.max(0.8, style.width - 2.2) / zoom;
      stroke(context, group);
    }
    context.fillStyle = style.colour;
    context.globalAlpha = Math.min(1, style.alpha + (style.alpha < 0.2 ? 0.02 : 0.2)) * alpha;
    fillHeads(context, group, Math.max(isFar ? 0 : 1, headSize(painted.length, isFar, style) / zoom));
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  return { painted, isUnfinished };
}

function collect(frame: Frame, { edges, router, tree }: SceneEdges, isFar: boolean): PaintedEdges {
  const visible: number[] = [];
  tree.visit(frame.view, (at) => visible.push(at));
  visible.sort((a, b) => a - b);
  let lines = 0;
  tree.visit(frame.window, () => (lines += 1));
  const painted: PaintedEdge[] = [];
  const until = frame.now() + frame.budget;
  let isUnfinished = false;
  for (const at of visible) {
    if (!router.hasRoute(at) && painted.length > 0 && frame.now() > until) {
      isUnfinished = true;
      continue;
    }
    const route = router.routeOf(at);
    if (route === null || !isInView(route.bounds, frame.view)) continue;
    const edge = edges[at]!;
    const style = styleOf(edge, moodOf(edge, frame.emphasis), { palette: frame.palette, lines, isFar });
    painted.push({ at, edge, route, style });
  }
  return { painted, isUnfinished };
}

/** In heads of the usual size: smaller where many lines would end in one clot. */
const headSize = (lines: number, isFar: boolean, { level }: EdgeStyle): number =>
  isFar && level < 2 ? (lines > 600 ? 0.36 : lines > 200 ? 0.55 : 0.85) : 0.85;

const isInView = (bounds: Box, view: Box): boolean =>
  touches({ ...bounds, width: bounds.width + 1, height: bounds.height + 1 }, view);

function stroke(context: CanvasRenderingContext2D, group: readonly PaintedEdge[]): void {
  for (let start = 0; start < group.length; start += chunk) {
    context.beginPath();
    for (let at = start; at < Math.min(group.length, start + chunk); at += 1) {
      const { start: from, startControl, endControl, end } = group[at]!.route.curve;
      context.moveTo(from.x, from.y);
      context.bezierCurveTo(startControl.x, startControl.y, endControl.x, endControl.y, end.x, end.y);
    }
    context.stroke();
  }
}

/** Triangles whose tips touch what the lines arrive at; `scale` keeps them to be seen from afar. */
function fillHeads(context: CanvasRenderingContext2D, group: readonly PaintedEdge[], scale: number): void {
  const size = headLength * scale;
  context.beginPath();
  for (const { route, style } of group) {
    const { tip, side } = route;
    const out = normalOf(side);
    const half = size * 0.42 + (style.width > 3 ? style.width * 0.2 * scale : 0);
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x + out.x * size + out.y * half, tip.y + out.y * size + out.x * half);
    context.lineTo(tip.x + out.x * size - out.y * half, tip.y + out.y * size - out.x * half);
    context.closePath();
  }
  context.fill();
}

const marks = { added: '+', removed: '−', uncertain: '?' } as const;

const markOf = ({ change, verdict, doubt }: DrawnEdge): keyof typeof marks | null =>
  change ?? (verdict === 'uncertain' || doubt ? 'uncertain' : null);

/** More lines that are uncertain than this, and their signs would be all that is seen: then only lines that are pointed at have one. */
const mostUncertain = 16;

/** A sign on lines whose meaning a dash alone would not tell. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { painted, placer }: { readonly painted: readonly PaintedEdge[]; readonly placer: LabelPlacer },
): void {
  const { zoom } = frame.viewport;
  const radius = 7 / zoom;
  const all = painted.flatMap((one) => {
    const kind = markOf(one.edge);
    return kind === null ? [] : [{ one, kind }];
  });
  const isCrowded = all.filter(({ kind }) => kind === 'uncertain').length > mostUncertain;
  // The dash of an uncertain line is its own; what came has none.
  const marked = isCrowded ? all.filter(({ one, kind }) => kind !== 'uncertain' || one.style.level >= 2) : all;
  // A face is not set for nothing with every picture.
  if (marked.length === 0) return;
  context.font = `700 ${11 / zoom}px ${frame.palette.textFont}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { one, kind } of marked) {
    const { x, y } = placer.placeMark(one);
    context.globalAlpha = one.style.mood === 'dim' ? 0.2 : 1;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = frame.palette.raised;
    context.fill();
    context.lineWidth = 1.2 / zoom;
    context.strokeStyle = frame.palette[kind];
    context.stroke();
    context.fillStyle = frame.palette[kind];
    context.fillText(marks[kind], x, y + 0.5 / zoom);
  }
  context.globalAlpha = 1;
}
