import type { Box, Point } from './Box.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** How an edge runs: one cubic curve, and a head whose tip touches the side it arrives at. */
export interface Route {
  readonly curve: Curve;
  readonly tip: Point;
  readonly side: Side;
  /** The box around the curve and its controls, which holds it. */
  readonly bounds: Box;
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

/** The triangle at the end of a line, its tip where the line arrives. */
export function toHeadPath({ tip, side }: Route): string {
  const out = normalOf(side);
  const half = headLength * 0.42;
  const back = { x: tip.x + out.x * headLength, y: tip.y + out.y * headLength };
  const corner = (sign: number): string =>
    `${round(back.x + sign * out.y * half)} ${round(back.y + sign * out.x * half)}`;
  return `M${round(tip.x)} ${round(tip.y)}L${corner(1)} ${corner(-1)}Z`;
}

export function boundsOf({ start, startControl, endControl, end }: Curve, tip: Point): Box {
  const left = Math.min(start.x, startControl.x, endControl.x, end.x, tip.x);
  const top = Math.min(start.y, startControl.y, endControl.y, end.y, tip.y);
  return {
    x: left,
    y: top,
    width: Math.max(start.x, startControl.x, endControl.x, end.x, tip.x) - left,
    height: Math.max(start.y, startControl.y, endControl.y, end.y, tip.y) - top,
  };
}

const steps = 24;

/** How far a point is from a curve, about. */
export function distanceTo(curve: Curve, { x, y }: Point): number {
  let nearest = Infinity;
  let before = curve.start;
  for (let step = 1; step <= steps; step += 1) {
    const next = pointOn(curve, step / steps);
    const dx = next.x - before.x;
    const dy = next.y - before.y;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - before.x) * dx + (y - before.y) * dy) / length));
    nearest = Math.min(nearest, Math.hypot(before.x + t * dx - x, before.y + t * dy - y));
    before = next;
  }
  return nearest;
}
