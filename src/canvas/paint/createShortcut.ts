import type { Viewport } from '../../store/state.ts';

/** What a picture showed, and from where. */
export interface Moment {
  /** Everything that it depends on beside the viewport; the same values: the same picture. */
  readonly content: readonly unknown[];
  readonly viewport: Viewport;
  readonly pixels: number;
  readonly now: number;
}

/** A picture that takes long is painted at least so often while the map moves, in milliseconds. */
const interval = 260;

/** Scaled more than this, a kept picture looks wrong. */
const mostScaled = 1.8;

export interface Shortcut {
  /** Shows the kept picture moved to where it is seen from now; false when it must be painted anew. */
  readonly show: (contexts: readonly CanvasRenderingContext2D[], moment: Moment) => boolean;
  readonly keep: (moment: Moment) => void;
  readonly forget: () => void;
}

/** Pictures of a great many things, kept to be moved and scaled while the map moves: what that costs does not depend on what they show. */
export function createShortcut(canvases: readonly HTMLCanvasElement[]): Shortcut {
  let kept: (Moment & { readonly copies: readonly HTMLCanvasElement[] }) | null = null;
  let spare: readonly HTMLCanvasElement[] = [];
  return {
    forget: () => {
      kept = null;
    },
    keep: (moment) => {
      if (spare.length === 0) spare = canvases.map(() => document.createElement('canvas'));
      canvases.forEach((canvas, at) => {
        const copy = spare[at]!;
        if (copy.width !== canvas.width) copy.width = canvas.width;
        if (copy.height !== canvas.height) copy.height = canvas.height;
        const context = copy.getContext('2d');
        context?.clearRect(0, 0, copy.width, copy.height);
        context?.drawImage(canvas, 0, 0);
      });
      kept = { ...moment, copies: spare };
    },
    show: (contexts, { content, viewport, pixels, now }) => {
      if (kept === null || kept.pixels !== pixels || now - kept.now > interval) return false;
      if (!content.every((part, at) => part === kept?.content[at])) return false;
      const scale = viewport.zoom / kept.viewport.zoom;
      const isMoved = scale !== 1 || viewport.x !== kept.viewport.x || viewport.y !== kept.viewport.y;
      if (!isMoved || scale > mostScaled || scale < 1 / mostScaled) return false;
      const x = (viewport.x - kept.viewport.x * scale) * pixels;
      const y = (viewport.y - kept.viewport.y * scale) * pixels;
      contexts.forEach((context, at) => {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, context.canvas.width, context.canvas.height);
        context.setTransform(scale, 0, 0, scale, x, y);
        context.drawImage(kept!.copies[at]!, 0, 0);
      });
      return true;
    },
  };
}
