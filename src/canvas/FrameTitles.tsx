import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { Box } from './graph/Box.ts';
import type { Item, ItemId } from './graph/VisibleGraph.ts';
import styles from './FrameTitles.module.css';

/** Names of namespaces across their land, as on a map, when the map is too small for anything else. */
export const FrameTitles = memo(function FrameTitles({
  items,
  boxes,
}: {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly boxes: ReadonlyMap<ItemId, Box>;
}) {
  return (
    <ViewportPortal>
      {[...items.values()].map((item) => {
        const box = boxes.get(item.id);
        if (item.type !== 'frame' || box === undefined) return null;
        const { x, y, width, height } = box;
        return (
          <span
            key={item.id}
            className={styles.title}
            aria-hidden
            style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
          >
            {item.name}
          </span>
        );
      })}
    </ViewportPortal>
  );
});
