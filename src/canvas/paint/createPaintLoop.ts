import type { Viewport } from '../../store/state.ts';
import type { Emphasis } from '../graph/computeEmphasis.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { Scene } from '../scene/createScene.ts';
import { toView } from '../scene/toView.ts';
import { createPainter, type Picture } from './createPainter.ts';
import { overviewOf } from './overviewOf.ts';
import { createShortcut } from './createShortcut.ts';
import { readPalette, type Palette } from './Palette.ts';

/** Milliseconds of a frame that may go into finding ways for lines that come into view. */
const budget = 4;

/** A picture of more things than this is moved as a whole while the map moves, and painted anew when it has come to rest. */
const heavy = 300;

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
  const shortcut = createShortcut([canvas, above]);
  let settling: ReturnType<typeof setTimeout> | undefined;

  const paint = (): void => {
    frame = 0;
    const { viewport, width, height } = host.getView();
    if (context === null || contextAbove === null || shown === null || width === 0 || height === 0) return;
    const pixels = Math.min(2, window.devicePixelRatio || 1);
    for (const one of [canvas, above]) fitCanvas(one, Math.round(width * pixels), Math.round(height * pixels));
    palette ??= readPalette(canvas);
    const { scene, mounted } = shown;
    const emphasis = host.getEmphasis();
    const content = [scene, mounted, emphasis, palette, width, height];
    if (shortcut.show([context, contextAbove], { content, viewport, pixels, now: performance.now() })) {
      clearTimeout(settling);
      settling = setTimeout(request, rest);
      return;
    }
    const picture = painter.paint(context, contextAbove, {
      scene,
      mounted,
      viewport,
      width,
      height,
      pixels,
      palette,
      budget,
      view: toView(viewport, { width, height, margin: 0 }),
      emphasis,
      overview: overviewOf(viewport.zoom, scene.items.length),
      now: () => performance.now(),
    });
    // For whoever waits for the map from outside the page.
    canvas.dataset['painted'] = 'true';
    if (picture.isUnfinished) request();
    if (!picture.isUnfinished && picture.weight > heavy) {
      shortcut.keep({ content, viewport, pixels, now: performance.now() });
    } else shortcut.forget();
    host.onPainted(picture);
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

function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
