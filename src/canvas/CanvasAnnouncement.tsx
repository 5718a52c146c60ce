import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { describeItem } from './graph/describeItem.ts';
import type { Item } from './graph/VisibleGraph.ts';

/** The id of the sentence that describes the canvas. */
export const canvasKeysId = 'canvas-keys';

/** For those who hear the map: which keys it takes, and the selected item in words. */
export const CanvasAnnouncement = ({ item }: { item: Item | undefined }) => (
  <VisuallyHidden>
    <span id={canvasKeysId}>
      Arrow keys walk from node to node along flows, with Shift they move the map, with Alt what is selected. Enter
      opens or closes, Escape goes back or lets go, plus, minus and zero zoom, letters find a name.
    </span>
    <span aria-live="polite">{item === undefined ? '' : describeItem(item)}</span>
  </VisuallyHidden>
);
