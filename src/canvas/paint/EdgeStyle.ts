import type { Emphasis } from '../graph/computeEmphasis.ts';
import type { DrawnEdge } from '../graph/VisibleGraph.ts';
import { colourOf, type Palette } from './Palette.ts';

/** How a line stands out: `in` and `out` are seen from what is focused. */
export type EdgeMood = 'plain' | 'dim' | 'lit' | 'in' | 'out' | 'selected';

export interface EdgeStyle {
  readonly key: string;
  readonly colour: string;
  /** In pixels of the screen. */
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
  /** A second line of the surface's colour on top: what comes in is hollow. */
  readonly hollow: boolean;
  /** Later ones are painted over earlier ones. */
  readonly level: number;
  readonly mood: EdgeMood;
}

export function moodOf(edge: DrawnEdge, { edges, selectedEdge, focus }: Emphasis): EdgeMood {
  if (selectedEdge === edge.id) return 'selected';
  if (edges === null) return 'plain';
  if (!edges.has(edge.id)) return 'dim';
  if (focus === null) return 'lit';
  // Of a namespace, what leads in and out is told apart; what stays inside is only not dimmed.
  if (edge.from !== edge.to && focus.has(edge.from) && focus.has(edge.to)) return 'plain';
  return focus.has(edge.from) ? 'out' : focus.has(edge.to) ? 'in' : 'lit';
}

const levels: Readonly<Record<EdgeMood, number>> = { dim: 0, plain: 1, lit: 2, in: 3, out: 4, selected: 5 };

/** With more lines in view than this, lines keep to the background until they are pointed at: the more, the fainter. */
const crowd = 60;

/** `lines`: how many are in view. `isFar`: they lead from namespace to namespace. */
export function styleOf(
  edge: DrawnEdge,
  mood: EdgeMood,
  { palette, lines, isFar }: { readonly palette: Palette; readonly lines: number; readonly isFar: boolean },
): EdgeStyle {
  const colour = colourOf(edge, palette);
  const pointedAt = levels[mood] >= levels.lit;
  const isDense = isFar && lines > 4 * crowd;
  const weight = isFar ? Math.min(5, 1 + Math.floor(Math.log2(edge.count))) : edge.count > 1 ? 1.5 : 1;
  const width =
    (isDense ? 0.5 + 0.22 * weight : isFar ? 0.8 + 0.42 * weight : 1.3 * weight) +
    (pointedAt ? 0.9 : 0) +
    (mood === 'selected' ? 1 : 0);
  const alpha = pointedAt ? 1 : mood === 'dim' ? 0.12 : fade(isFar ? 0.62 : 0.78, lines);
  const hollow = mood === 'in' && dashOf(edge).length === 0;
  const style = {
    colour,
    width: hollow ? width + 1.6 : width,
    dash: dashOf(edge),
    alpha,
    hollow,
    level: levels[mood],
    mood,
  };
  return { ...style, key: `${style.level} ${colour} ${style.width} ${style.dash.join()} ${hollow}` };
}

const fade = (alpha: number, lines: number): number =>
  lines <= crowd ? alpha : Math.max(0.22, alpha * 0.72 * Math.min(1, (5 * crowd) / lines));

/** Never by colour alone: each verdict has a dash of its own. */
function dashOf({ verdict, partial, change }: DrawnEdge): readonly number[] {
  if (change === 'removed') return [10, 4];
  if (verdict === 'open') return [5, 5];
  if (verdict === 'uncertain') return [8, 3, 1.5, 3];
  return partial ? [1.5, 4] : [];
}
