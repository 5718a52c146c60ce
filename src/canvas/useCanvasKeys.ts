import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { openDialog } from '../store/actions/dialogActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { findFirst, findNeighbour, type Heading } from './graph/findNeighbour.ts';
import type { Box } from './graph/Box.ts';
import type { DrawnEdge, Item, ItemId } from './graph/VisibleGraph.ts';
import { selectItem } from './selectOnCanvas.ts';
import { toggleItem } from './toggleItem.ts';

const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface CanvasKeysInput {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly edges: readonly DrawnEdge[];
  readonly boxes: ReadonlyMap<ItemId, Box>;
  readonly current: ItemId | null;
}

/** The canvas without a mouse: arrows walk, Enter opens and closes, Escape lets go, + - 0 zoom, Delete removes a flow. */
export function useCanvasKeys({ items, edges, boxes, current }: CanvasKeysInput): (event: KeyboardEvent) => void {
  const flow = useReactFlow();
  const walkable = (): ReadonlyMap<ItemId, Box> =>
    new Map([...boxes].filter(([id]) => items.get(id)?.type !== 'frame'));
  const goTo = (id: ItemId | null): void => {
    const item = id === null ? undefined : items.get(id);
    if (item === undefined) return;
    selectItem(item, edges);
    const box = boxes.get(item.id);
    if (box !== undefined && !isInView(box)) focusOnCanvas(item.id);
  };
  const isInView = (box: Box): boolean => {
    const view = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (view === undefined) return true;
    const start = flow.flowToScreenPosition(box);
    const end = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height });
    return start.x >= view.left && start.y >= view.top && end.x <= view.right && end.y <= view.bottom;
  };
  const toggleCurrent = (): boolean => {
    const item = current === null ? undefined : items.get(current);
    return item !== undefined && toggleItem(item);
  };
  const act = (key: string): boolean => {
    const heading = headings[key];
    if (heading !== undefined) {
      const from = current ?? sourceOfSelection();
      goTo(from === null || !boxes.has(from) ? findFirst(walkable()) : findNeighbour(walkable(), from, heading));
      return true;
    }
    switch (key) {
      case 'Enter':
        return toggleCurrent();
      case 'Escape':
        select(null);
        return true;
      case '+':
      case '=':
        void flow.zoomIn({ duration: 120 });
        return true;
      case '-':
        void flow.zoomOut({ duration: 120 });
        return true;
      case '0':
        focusOnCanvas('all');
        return true;
      case 'Delete':
      case 'Backspace':
        return removeSelectedFlow();
      default:
        return false;
    }
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A button inside keeps the keys that press it.
    if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return;
    if (!act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function sourceOfSelection(): ItemId | null {
  const { selection } = polder.getState();
  return selection?.type === 'flow' || selection?.type === 'flows' ? selection.from : null;
}

function removeSelectedFlow(): boolean {
  const { selection } = polder.getState();
  if (selection?.type !== 'flow') return false;
  openDialog({ type: 'removeFlow', from: selection.from, to: selection.to });
  return true;
}
