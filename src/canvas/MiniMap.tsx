import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef, type PointerEvent } from 'react';
import { boxAround, type Box } from './graph/Box.ts';
import { readPalette } from './paint/Palette.ts';
import type { Scene } from './scene/createScene.ts';
import { toView } from './scene/toView.ts';
import styles from './MiniMap.module.css';

const size = { width: 166, height: 106 } as const;
const padding = 6;

/** How the whole map fits into the small one. */
interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function fitInto(bounds: Box): Fit {
  const scale = Math.min((size.width - 2 * padding) / bounds.width, (size.height - 2 * padding) / bounds.height);
  return {
    scale,
    x: (size.width - bounds.width * scale) / 2 - bounds.x * scale,
    y: (size.height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}

/** The whole map in small, and the part of it that is in view: press or drag to look elsewhere. */
export function MiniMap({ scene }: { readonly scene: Scene }) {
  const api = useStoreApi();
  const flow = useReactFlow();
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const fit = useRef<Fit>({ scale: 1, x: 0, y: 0 });

  useEffect(() => {
    const canvas = picture.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const paint = (): void => {
      const bounds = boxAround(scene.items.map(({ box }) => box));
      if (bounds === null) return;
      fit.current = fitInto(bounds);
      paintSmall(context, scene, fit.current);
    };
    paint();
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, [scene]);

  useEffect(() => {
    const follow = (): void => {
      const { transform, width, height } = api.getState();
      const view = toView({ x: transform[0], y: transform[1], zoom: transform[2] }, { width, height, margin: 0 });
      const { scale, x, y } = fit.current;
      if (frame.current === null) return;
      frame.current.style.transform = `translate(${x + view.x * scale}px, ${y + view.y * scale}px)`;
      frame.current.style.width = `${view.width * scale}px`;
      frame.current.style.height = `${view.height * scale}px`;
    };
    follow();
    return api.subscribe(follow);
  }, [api, scene]);

  const look = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { scale, x, y } = fit.current;
    const at = { x: (event.clientX - left - x) / scale, y: (event.clientY - top - y) / scale };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };

  return (
    <div
      className={styles.minimap}
      data-testid="minimap"
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={look}
    >
      <canvas ref={picture} className={styles.picture} />
      <div ref={frame} className={styles.window} />
    </div>
  );
}

function paintSmall(context: CanvasRenderingContext2D, { items }: Scene, { scale, x, y }: Fit): void {
  const { canvas } = context;
  const pixels = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = size.width * pixels;
  canvas.height = size.height * pixels;
  context.setTransform(scale * pixels, 0, 0, scale * pixels, x * pixels, y * pixels);
  const palette = readPalette(canvas);
  for (const kind of ['frame', 'card', 'collapsed', 'external'] as const) {
    context.beginPath();
    for (const { item, box } of items) if (item.type === kind) context.rect(box.x, box.y, box.width, box.height);
    context.fillStyle = kind === 'frame' ? palette.hover : kind === 'external' ? palette.line : palette.lineStrong;
    context.fill();
    if (kind !== 'frame') continue;
    context.lineWidth = 1 / scale;
    context.strokeStyle = palette.lineFrame;
    context.stroke();
  }
}
