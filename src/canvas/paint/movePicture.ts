import type { Viewport } from '../../store/state.ts';

/** A picture that was painted, and from where. */
export interface KeptPicture {
  /** Everything that it depends on beside the viewport; the same values: the same picture. */
  readonly content: readonly unknown[];
  readonly viewport: Viewport;
  readonly pixels: number;
  /** When it was painted. */
  readonly now: number;
  /** So many px beyond what is seen were painted, too. */
  readonly reach: number;
  /** It has so many things that painting it is felt. */
  readonly isHeavy: boolean;
}

/** From the kept picture's own place, with the corner of what is seen as the origin. */
export interface Move {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A heavy picture is painted at least so often while the map moves, in milliseconds. */
const interval = 260;

/** Scaled more than this, a kept picture looks wrong. */
const mostScaled = 1.8;

/**
 * How a kept picture is moved and scaled to be what is seen from now; null where it must be painted anew: it shows something else, it
 * ends within what is seen, or it can be painted as quickly as it would be scaled.
 */
export function movePicture(
  kept: KeptPicture,
  { content, viewport, pixels, now }: Pick<KeptPicture, 'content' | 'viewport' | 'pixels' | 'now'>,
): Move | null {
  if (kept.pixels !== pixels || !content.every((part, at) => part === kept.content[at])) return null;
  const scale = viewport.zoom / kept.viewport.zoom;
  const move = { x: viewport.x - kept.viewport.x * scale, y: viewport.y - kept.viewport.y * scale, scale };
  if (scale === 1 && move.x === 0 && move.y === 0) return null;
  if (scale === 1 && Math.abs(move.x) <= kept.reach && Math.abs(move.y) <= kept.reach) return move;
  if (!kept.isHeavy || now - kept.now > interval) return null;
  return scale > mostScaled || scale < 1 / mostScaled ? null : move;
}
