import { useStoreApi, type Transform } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Viewport } from '../store/state.ts';

/** The map rests when it has not moved for so many milliseconds. */
const pause = 150;

const toViewport = ([x, y, zoom]: Transform): Viewport => ({ x, y, zoom });

/** Where the map was looked at when it last came to rest; null before it first did. Another size of the window counts as a movement. */
export function useRest(): Viewport | null {
  const api = useStoreApi();
  const [rest, setRest] = useState<Viewport | null>(null);
  useEffect(() => {
    let isFirst = true;
    const settle = (): void => {
      isFirst = false;
      setRest(toViewport(api.getState().transform));
    };
    let timer = setTimeout(settle, 0);
    let frame = 0;
    // Where frames take long, the next movement may wait behind the timer: it comes before the second frame from then.
    const settleSoon = (): void => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(settle);
      });
    };
    const unsubscribe = api.subscribe((state, before) => {
      if (state.transform === before.transform && state.width === before.width && state.height === before.height)
        return;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = isFirst ? setTimeout(settle, 0) : setTimeout(settleSoon, pause);
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [api]);
  return rest;
}
