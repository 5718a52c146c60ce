import { useEffect, useMemo, useState } from 'react';
import type { Box } from './graph/Box.ts';
import type { ItemId } from './graph/VisibleGraph.ts';

type Boxes = ReadonlyMap<ItemId, Box>;

interface Glide {
  readonly from: Boxes;
  readonly to: Boxes;
  /** From 0 to 1. */
  readonly done: number;
}

const duration = 240;

/** More things than this jump: a picture for each step would take longer than the step. */
const most = 900;

const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The boxes on their way to where they belong, when they glide; else where they belong. */
export function useGlide(target: Boxes, glides: boolean): Boxes {
  const [last, setLast] = useState(target);
  const [glide, setGlide] = useState<Glide | null>(null);
  if (last !== target) {
    setLast(target);
    setGlide(glides && target.size <= most && !prefersStillness() ? { from: last, to: target, done: 0 } : null);
  }
  useEffect(() => {
    if (glide === null) return undefined;
    const started = performance.now() - glide.done * duration;
    const frame = requestAnimationFrame((now) => {
      const done = Math.max(0.01, (now - started) / duration);
      setGlide(done >= 1 ? null : { ...glide, done });
    });
    return () => cancelAnimationFrame(frame);
  }, [glide]);
  // One value for each step: whoever draws by it compares.
  return useMemo(() => (glide === null ? target : between(glide)), [glide, target]);
}

function between({ from, to, done }: Glide): Boxes {
  const eased = 1 - (1 - done) ** 3;
  const mix = (a: number, b: number): number => a + (b - a) * eased;
  const boxes = new Map<ItemId, Box>();
  for (const [id, box] of to) {
    const old = from.get(id);
    boxes.set(
      id,
      old === undefined
        ? box
        : {
            x: mix(old.x, box.x),
            y: mix(old.y, box.y),
            width: mix(old.width, box.width),
            height: mix(old.height, box.height),
          },
    );
  }
  return boxes;
}
