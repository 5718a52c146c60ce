import type { Point } from './Box.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** How an edge is drawn: one cubic curve, its arrow head, and where its label may stand. */
export interface Route {
  /** SVG path data of the line. */
  readonly path: string;
  /** SVG path data of the arrow head. */
  readonly head: string;
  readonly label: Point;
  /** No free place was found for the label: show it only for edges that are pointed at. */
  readonly crowded: boolean;
}

export interface Curve {
  readonly start: Point;
  readonly startControl: Point;
  readonly endControl: Point;
  readonly end: Point;
}

export function pointOn({ start, startControl, endControl, end }: Curve, t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return {
    x: a * start.x + b * startControl.x + c * endControl.x + d * end.x,
    y: a * start.y + b * startControl.y + c * endControl.y + d * end.y,
  };
}

const normals: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

export const normalOf = (side: Side): Point => normals[side];

const round = (value: number): number => Math.round(value * 10) / 10;

export const toPath = ({ start, startControl, endControl, end }: Curve): string =>
  `M${round(start.x)} ${round(start.y)}C${round(startControl.x)} ${round(startControl.y)} ${round(endControl.x)} ${round(endControl.y)} ${round(end.x)} ${round(end.y)}`;

export const headLength = 8;

/** A triangle whose tip touches the side it arrives at. */
export function toHead(tip: Point, side: Side): string {
  const out = normalOf(side);
  const back = { x: tip.x + out.x * headLength, y: tip.y + out.y * headLength };
  const across = { x: out.y * 3.6, y: out.x * 3.6 };
  return `M${round(tip.x)} ${round(tip.y)}L${round(back.x + across.x)} ${round(back.y + across.y)}L${round(back.x - across.x)} ${round(back.y - across.y)}Z`;
}
