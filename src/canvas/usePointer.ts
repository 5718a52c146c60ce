import { useReactFlow } from '@xyflow/react';
import type { Dispatch, MouseEvent, SetStateAction } from 'react';
import { openMenu } from '../store/actions/menuActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import type { Hover } from './graph/computeEmphasis.ts';
import type { DrawnEdge, ItemId } from './graph/VisibleGraph.ts';
import type { CanvasNode } from './toFlowNodes.ts';
import { overviewOf } from './paint/overviewOf.ts';
import type { Scene } from './scene/createScene.ts';
import { hitTest, type Hit } from './scene/hitTest.ts';
import { selectEdge, selectItem } from './selectOnCanvas.ts';
import { toggleItem } from './toggleItem.ts';

export interface PointerInput {
  readonly scene: Scene;
  readonly edges: readonly DrawnEdge[];
  readonly mounted: ReadonlySet<ItemId>;
  readonly setHover: Dispatch<SetStateAction<Hover | null>>;
}

/** What the map moved under the pointer by, and a drag passed over, is not pointed at. */
const isPointing = ({ buttons }: MouseEvent): boolean => buttons === 0;

/** The pointer over the map: over elements, and over what is painted, which no element can notice. */
export function usePointer({ scene, edges, mounted, setHover }: PointerInput) {
  const flow = useReactFlow();
  const find = (event: MouseEvent): Hit | null => {
    const zoom = flow.getZoom();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return hitTest(scene, at, { zoom, overview: overviewOf(zoom, scene.items.length), mounted });
  };
  const isPane = ({ target }: MouseEvent): boolean =>
    target instanceof Element && target.classList.contains('react-flow__pane');
  const point = (hover: Hover | null): void =>
    setHover((before) => (before?.type === hover?.type && before?.id === hover?.id ? before : hover));
  return {
    // Entering is told of elements that come under a pointer at rest, too.
    onNodeMouseMove: (event: MouseEvent, { id, type }: Pick<CanvasNode, 'id' | 'type'>): void => {
      if (isPointing(event) && type !== 'frame') point({ type: 'item', id });
    },
    onNodeMouseLeave: (event: MouseEvent): void => {
      if (isPointing(event)) point(null);
    },
    onPaneMouseMove: (event: MouseEvent): void => {
      // Elements stand inside the pane, and notice the pointer themselves.
      if (!isPointing(event) || !isPane(event)) return;
      const hit = find(event);
      point(hit === null ? null : { type: hit.type, id: hit.type === 'item' ? hit.item.id : hit.edge.id });
    },
    onPaneMouseLeave: (): void => point(null),
    onPaneClick: (event: MouseEvent): void => {
      const hit = find(event);
      if (hit === null) select(null);
      else if (hit.type === 'item') selectItem(hit.item, edges);
      else selectEdge(hit.edge);
    },
    /** Selects what is under the pointer and opens its menu; from the keyboard, the menu of what is selected. */
    onContextMenu: (event: MouseEvent): void => {
      event.preventDefault();
      const isPointer = event.button === 2 || event.ctrlKey;
      if (isPointer && isPane(event)) {
        const hit = find(event);
        if (hit === null) select(null);
        else if (hit.type === 'item') selectItem(hit.item, edges);
        else selectEdge(hit.edge);
      }
      openMenu({ x: event.clientX, y: event.clientY });
    },
    onDoubleClick: (event: MouseEvent): void => {
      const hit = isPane(event) ? find(event) : null;
      if (hit?.type === 'item') toggleItem(hit.item);
    },
  };
}
