import type { MatrixFrame } from '../model/MatrixFrame.ts';
import { createGlyphs, type Glyphs } from './createGlyphs.ts';
import { drawMatrix, type MatrixPicture } from './drawMatrix.ts';
import { readTheme } from './MatrixTheme.ts';

/** The frame but for its scroll position, which the painter reads from the scroller itself. */
export type ScrolledFrame = Omit<MatrixFrame, 'scrollX' | 'scrollY'>;

export interface Painter {
  update(frame: ScrolledFrame, picture: MatrixPicture): void;
  /** Draws with the screen's next frame, however often it is asked to. */
  schedule(): void;
  destroy(): void;
}

/** Keeps a canvas showing the matrix at the scroller's position, in the page's theme and the screen's resolution. */
export function createPainter(canvas: HTMLCanvasElement, scroller: HTMLElement): Painter {
  const pen = canvas.getContext('2d', { alpha: false });
  let latest: { readonly frame: ScrolledFrame; readonly picture: MatrixPicture } | null = null;
  let glyphs: Glyphs | null = null;
  let scheduled = 0;

  const paint = (): void => {
    scheduled = 0;
    if (pen === null || latest === null) return;
    const { frame, picture } = latest;
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(frame.width * ratio);
    const height = Math.round(frame.height * ratio);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (glyphs === null || glyphs.cell !== frame.cell || glyphs.ratio !== ratio) {
      glyphs = createGlyphs(glyphs?.theme ?? readTheme(), frame.cell, ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawMatrix(pen, { ...frame, scrollX: scroller.scrollLeft, scrollY: scroller.scrollTop }, picture, glyphs);
  };
  const schedule = (): void => {
    if (scheduled === 0) scheduled = requestAnimationFrame(paint);
  };
  // The tokens have other values in another theme, and names other widths in another face.
  const forget = (): void => {
    glyphs = null;
    schedule();
  };
  const observer = new MutationObserver(forget);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  void document.fonts.ready.then(forget);

  return {
    update: (frame, picture) => {
      latest = { frame, picture };
      schedule();
    },
    schedule,
    destroy: () => {
      observer.disconnect();
      cancelAnimationFrame(scheduled);
      latest = null;
    },
  };
}
