import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Signal } from './createSignal.ts';
import type { Emphasis } from './graph/computeEmphasis.ts';
import type { ItemId } from './graph/VisibleGraph.ts';
import { createPaintLoop, type PaintLoop } from './paint/createPaintLoop.ts';
import type { Picture } from './paint/createPainter.ts';
import type { Scene } from './scene/createScene.ts';
import styles from './MapLayer.module.css';

/**
 * The painted part of the map, below the elements: land, lines, labels, and everything that is not an element now. It follows the view
 * frame by frame without a component being drawn again.
 */
export function MapLayer({
  scene,
  mounted,
  emphasis,
  picture,
  children,
}: {
  readonly scene: Scene;
  readonly mounted: ReadonlySet<ItemId>;
  readonly emphasis: Signal<Emphasis>;
  /** Told what was painted. */
  readonly picture: Signal<Picture>;
  /** The elements. */
  readonly children: ReactNode;
}) {
  const api = useStoreApi();
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const loop = useRef<PaintLoop | null>(null);

  useEffect(() => {
    if (below.current === null || above.current === null) return undefined;
    const created = createPaintLoop(
      { below: below.current, above: above.current },
      {
        getView: () => {
          const { transform, width, height } = api.getState();
          return { viewport: { x: transform[0], y: transform[1], zoom: transform[2] }, width, height };
        },
        getEmphasis: emphasis.get,
        onPainted: picture.set,
      },
    );
    loop.current = created;
    const unsubscribe = [
      emphasis.subscribe(created.request),
      api.subscribe((state, before) => {
        if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height)
          created.request();
      }),
    ];
    return () => {
      for (const end of unsubscribe) end();
      created.destroy();
      loop.current = null;
    };
  }, [api, emphasis, picture]);

  useLayoutEffect(() => {
    loop.current?.show(scene, mounted);
  }, [scene, mounted]);
  // The loop begins after the first picture was laid out.
  useEffect(() => {
    loop.current?.show(scene, mounted);
  }, [scene, mounted]);

  return (
    <>
      <canvas ref={below} className={styles.layer} aria-hidden />
      {children}
      <canvas ref={above} className={styles.layer} aria-hidden />
    </>
  );
}
