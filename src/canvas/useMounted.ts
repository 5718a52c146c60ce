import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Viewport } from '../store/state.ts';
import type { ItemId } from './graph/VisibleGraph.ts';
import { chooseMounted, isSmallMap } from './scene/chooseMounted.ts';
import type { Scene, SceneItem } from './scene/createScene.ts';
import { toView } from './scene/toView.ts';

/** Elements that come, and that go, with one picture; more at once would be felt. */
const batch = 12;

/** More than so many are not begun with at once: the map may only have paused, for milliseconds. */
const [many, patience] = [60, 250];

/** Of what a screen shows, so much more on each side. */
const margin = 0.12;

/**
 * The items that are elements of the page now. They are chosen when the map has come to rest, and come a few at a time: until then,
 * and while the map moves, the layer below paints what is missing.
 */
export function useMounted(scene: Scene, keep: ReadonlySet<ItemId>, rest: Viewport | null): readonly SceneItem[] {
  const api = useStoreApi();
  const wanted = useMemo(() => {
    const { width, height } = api.getState();
    const looked = rest && { view: toView(rest, { width, height, margin }), zoom: rest.zoom };
    return chooseMounted(scene, looked, keep);
  }, [api, scene, rest, keep]);
  const isSmall = isSmallMap(scene);
  const begun = useRef<readonly SceneItem[] | null>(null);
  const [there, setThere] = useState<ReadonlySet<ItemId>>(new Set());
  const missing = isSmall ? 0 : wanted.reduce((count, { item }) => count + (there.has(item.id) ? 0 : 1), 0);
  const hasGone = !isSmall && there.size + missing > wanted.length;
  useEffect(() => {
    if (missing === 0 && !hasGone) return undefined;
    let frame = 0;
    const begin = (): void => {
      begun.current = wanted;
      frame = requestAnimationFrame(mountSome);
    };
    const mountSome = (): void => {
      const next = new Set<ItemId>();
      let fresh = 0;
      for (const { item } of wanted) {
        if (there.has(item.id)) next.add(item.id);
        else if (fresh < batch) {
          next.add(item.id);
          fresh += 1;
        }
      }
      setThere(next);
    };
    const timer = begun.current === wanted || missing <= many ? undefined : setTimeout(begin, patience);
    if (timer === undefined) begin();
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [wanted, there, missing, hasGone]);
  return useMemo(
    () => (isSmall ? wanted : wanted.filter(({ item }) => there.has(item.id) || keep.has(item.id))),
    [isSmall, wanted, there, keep],
  );
}
