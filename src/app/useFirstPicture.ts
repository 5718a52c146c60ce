import { useEffect, useState } from 'react';
import { hasPlaces } from '../store/selectors.ts';
import type { PolderState } from '../store/state.ts';
import { usePolder } from '../store/store.ts';

/** In milliseconds: what waits for a picture does not wait for one that never comes. */
const patience = 2000;

/**
 * Whether the first picture of a workspace has been on the screen. What keeps the page busy for long, and is not part of the
 * picture, waits for it.
 */
export function useFirstPicture(): boolean {
  const isDrawn = usePolder(hasPicture);
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (isPast) return;
    const pass = () => setPast(true);
    if (!isDrawn) {
      const timer = setTimeout(pass, patience);
      return () => clearTimeout(timer);
    }
    // The frame after the next one: by then the browser has painted what is there now.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(pass);
    });
    return () => cancelAnimationFrame(frame);
  }, [isDrawn, isPast]);
  return isPast;
}

function hasPicture({ analysis: { snapshot }, view }: PolderState): boolean {
  if (snapshot === null) return false;
  return view.centre !== 'graph' || snapshot.workloads.length === 0 || hasPlaces(view.positions);
}
