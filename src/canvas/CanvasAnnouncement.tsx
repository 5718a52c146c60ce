import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { describeItem } from './graph/describeItem.ts';
import type { Item } from './graph/VisibleGraph.ts';

/** The id of the sentence that describes the canvas. */
export const canvasKeysId = 'canvas-keys';

/** For those who hear the map: which keys it takes, and the selected item in words. */
export const CanvasAnnouncement = ({ item }: { item: Item | undefined }) => (
  <VisuallyHidden>
    <span id={canvasKeysId}>
      Arrow keys walk from node to node, Enter opens or closes, Escape lets go, plus, minus and zero zoom.
    </span>
    <span aria-live="polite">{item === undefined ? '' : describeItem(item)}</span>
  </VisuallyHidden>
);
