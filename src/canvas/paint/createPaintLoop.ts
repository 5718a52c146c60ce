import type { Viewport } from '../../store/state.ts';
import type { Box } from '../graph/Box.ts';
import type { Emphasis } from '../graph/computeEmphasis.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { Scene } from '../scene/createScene.ts';
import { toView } from '../scene/toView.ts';
import { createPainter, type Picture } from './createPainter.ts';
import { overviewOf } from './overviewOf.ts';
import { movePicture, type KeptPicture, type Move } from './movePicture.ts';
import { readPalette, type Palette } from './Palette.ts';

/** Milliseconds of a frame that may go into finding ways for lines that come into view. */
const budget = 4;

/** A picture of more things than this is scaled as a whole while the map moves, and painted anew when it has come to rest. */
const heavy = 300;

/** So many px are painted beyond each side of what is seen: as far the map moves without being painted anew. As in the style sheet. */
const margin = 64;

/** Milliseconds without a movement after which a moved picture is painted anew. */
const rest = 80;

export interface PaintLoopHost {
  readonly getView: () => { readonly viewport: Viewport; readonly width: number; readonly height: number };
  readonly getEmphasis: () => Emphasis;
  readonly onPainted: (picture: Picture) => void;
}

export interface PaintLoop {
  /** Paints with the next frame of the screen; several requests are one picture. */
  readonly request: () => void;
  readonly show: (scene: Scene, mounted: ReadonlySet<ItemId>) => void;
  readonly destroy: () => void;
}

/** Paints the map below and above its elements whenever something changed: what is shown, from where, or the theme. */
export function createPaintLoop(
  { below: canvas, above }: { readonly below: HTMLCanvasElement; readonly above: HTMLCanvasElement },
  host: PaintLoopHost,
): PaintLoop {
  const context = canvas.getContext('2d');
  const contextAbove = above.getContext('2d');
  const painter = createPainter();
  let shown: { readonly scene: Scene; readonly mounted: ReadonlySet<ItemId> } | null = null;
  let palette: Palette | null = null;
  let frame = 0;
  let kept: KeptPicture | null = null;
  let isMoved = false;
  let isHeavy = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const place = (move: Move | null): void => {
    if (move === null && !isMoved) return;
    isMoved = move !== null;
    const at = (origin: number, scale: number): number => origin + margin * (1 - scale);
    const transform =
      move === null ? '' : `translate(${at(move.x, move.scale)}px, ${at(move.y, move.scale)}px) scale(${move.scale})`;
    for (const one of [canvas, above]) one.style.transform = transform;
  };

  const paint = (): void => {
    frame = 0;
    const { viewport, width, height } = host.getView();
    if (context === null || contextAbove === null || shown === null || width === 0 || height === 0) return;
    const pixels = Math.min(2, window.devicePixelRatio || 1);
    palette ??= readPalette(canvas);
    const { scene, mounted } = shown;
    const emphasis = host.getEmphasis();
    const content = [scene, mounted, emphasis, palette, width, height];
    const moment = { content, viewport, pixels, now: performance.now() };
    clearTimeout(settling);
    const move = kept === null ? null : movePicture(kept, moment);
    if (move !== null) {
      place(move);
      settleLater();
      return;
    }
    // What is scaled, or changes, will do so further: what lies beyond is painted when it may be moved there.
    const isChanging =
      kept !== null &&
      (kept.viewport.zoom !== viewport.zoom || kept.content[0] !== scene || kept.content[1] !== mounted);
    // A heavy picture is moved however far; its rim would only make it heavier.
    const reach = isChanging || isHeavy ? 0 : margin;
    const seen = toView(viewport, { width, height, margin: 0 });
    const room = { width: width + 2 * margin, height: height + 2 * margin };
    for (const one of [canvas, above])
      fitCanvas(one, Math.round(room.width * pixels), Math.round(room.height * pixels));
    place(null);
    const picture = painter.paint(context, contextAbove, {
      scene,
      mounted,
      viewport: { x: viewport.x + margin, y: viewport.y + margin, zoom: viewport.zoom },
      ...room,
      pixels,
      palette,
      budget,
      window: seen,
      view: grow(seen, reach / viewport.zoom),
      emphasis,
      overview: overviewOf(viewport.zoom, scene.items.length),
      now: () => performance.now(),
    });
    // The browser copies a canvas for every frame, whether it changed or not.
    above.hidden = !picture.hasAbove;
    if (picture.isUnfinished) request();
    isHeavy = picture.weight > heavy;
    kept = picture.isUnfinished ? null : { ...moment, reach, isHeavy };
    if (isChanging && !isHeavy) settleLater();
    // For whoever waits for the map from outside the page.
    canvas.dataset['painted'] = 'true';
    host.onPainted(picture);
  };
  const settleLater = (): void => {
    settling = setTimeout(() => {
      kept = null;
      request();
    }, rest);
  };
  const request = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const repaint = (): void => {
    palette = null;
    request();
  };

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', repaint);
  const theme = new MutationObserver(repaint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  let isOver = false;
  void document.fonts.ready.then(() => {
    if (isOver) return;
    painter.forget();
    request();
  });

  return {
    request,
    show: (scene, mounted) => {
      if (shown?.scene === scene && shown.mounted === mounted) return;
      shown = { scene, mounted };
      request();
    },
    destroy: () => {
      isOver = true;
      clearTimeout(settling);
      cancelAnimationFrame(frame);
      dark.removeEventListener('change', repaint);
      theme.disconnect();
    },
  };
}

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
