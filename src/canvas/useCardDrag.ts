import type { NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { setPositions } from '../store/actions/viewActions.ts';
import type { LayoutResult } from '../store/state.ts';
import { polder, usePolder } from '../store/store.ts';
import { arrangeBoxes } from './graph/arrangeBoxes.ts';
import type { Point } from './graph/Box.ts';
import type { Drag } from './graph/dragBoxes.ts';
import { moveCard, movePlaces } from './graph/movePlaces.ts';
import type { Item, ItemId, VisibleGraph } from './graph/VisibleGraph.ts';
import type { CanvasNode } from './toFlowNodes.ts';

export interface CardDrag {
  /** What is under the pointer; null when nothing is dragged. */
  readonly drag: Drag | null;
  readonly onNodesChange: (changes: NodeChange<CanvasNode>[]) => void;
  readonly onNodeDragStop: (event: unknown, node: CanvasNode) => void;
}

/** Moves what is selected when the store asks for it: from the keyboard or by a command. */
export function useMoveRequests(graph: VisibleGraph, selected: ItemId | null): void {
  const request = usePolder((state) => state.view.moveRequest);
  const answered = useRef(request?.serial ?? 0);
  useEffect(() => {
    if (request === null || request.serial === answered.current) return;
    answered.current = request.serial;
    const item = selected === null ? undefined : graph.items.get(selected);
    if (item !== undefined) saveMove(graph, item, request.by);
  });
}

/** Cards and frames follow the pointer on screen only; where one is let go is saved. */
export function useCardDrag(graph: VisibleGraph, positions: LayoutResult): CardDrag {
  const [drag, setDrag] = useState<Drag | null>(null);
  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    for (const change of changes) {
      if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
        setDrag({ id: change.id, at: change.position });
      }
    }
  }, []);
  const onNodeDragStop = (_: unknown, node: CanvasNode): void => {
    const place = positions.groups[node.id] ?? positions.nodes[node.id];
    // Expanded cards push others down on screen only: what is saved is where it was, plus how far it was dragged.
    const origin = arrangeBoxes(graph.items, positions).get(node.id);
    if (drag !== null && place !== undefined && origin !== undefined) {
      saveMove(graph, node.data.item, { x: Math.round(drag.at.x - origin.x), y: Math.round(drag.at.y - origin.y) });
    }
    setDrag(null);
  };
  return { drag, onNodesChange, onNodeDragStop };
}

function saveMove({ members }: VisibleGraph, item: Item, by: Point): void {
  const { positions } = polder.getState().view;
  if (item.type !== 'card') {
    setPositions(movePlaces(positions, item.id, by));
    return;
  }
  const siblings = members.get(item.frame) ?? [];
  setPositions(moveCard(positions, { id: item.id, frame: item.frame, siblings, by }));
}
