import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { commands } from '../commands/registry.ts';
import { moveOnCanvas } from '../store/actions/canvasActions.ts';
import { openDialog } from '../store/actions/dialogActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { findFirst, findNeighbour, type Heading } from './graph/findNeighbour.ts';
import type { Box, Point } from './graph/Box.ts';
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
  /** Seen from afar: lines and steps lead from namespace to namespace. */
  readonly isOverview: boolean;
  readonly current: ItemId | null;
  /** Back along the way that was walked; false when there is none. */
  readonly goBack: () => boolean;
  /** A letter that is no command begins a search. */
  readonly find: (first: string) => void;
}

/** Pixels of the screen for a press of Shift and an arrow. */
const step = 96;

/** Units of the map for a press of Alt and an arrow. */
const nudge = 16;

const directions: Readonly<Record<Heading, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The canvas without a mouse: arrows walk, with Shift they move the map, with Alt what is selected, Enter opens and closes, Escape goes back and lets go, + - 0 zoom,
 * Delete removes a flow, letters find.
 */
export function useCanvasKeys({
  items,
  edges,
  boxes,
  isOverview,
  current,
  goBack,
  find,
}: CanvasKeysInput): (event: KeyboardEvent) => void {
  const flow = useReactFlow();
  const walkable = (): ReadonlyMap<ItemId, Box> => {
    // Seen from afar one walks from namespace to namespace.
    const skipped = isOverview ? 'card' : 'frame';
    return new Map([...boxes].filter(([id]) => items.get(id)?.type !== skipped));
  };
  const pan = (heading: Heading): void => {
    const { x, y, zoom } = flow.getViewport();
    const to = directions[heading];
    void flow.setViewport({ x: x - step * to.x, y: y - step * to.y, zoom }, { duration: 120 });
  };
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
  const act = ({ key, shiftKey, altKey }: KeyboardEvent): boolean => {
    const heading = headings[key];
    if (altKey) {
      if (heading === undefined || current === null) return false;
      const to = directions[heading];
      moveOnCanvas({ x: nudge * to.x, y: nudge * to.y });
      return true;
    }
    if (heading !== undefined && shiftKey) {
      pan(heading);
      return true;
    }
    if (heading !== undefined) {
      const from = current ?? sourceOfSelection();
      const places = walkable();
      goTo(from === null || !boxes.has(from) ? findFirst(places) : findNeighbour(places, from, heading, edges));
      return true;
    }
    switch (key) {
      case 'Enter':
        return toggleCurrent();
      case 'Escape':
        if (!goBack()) select(null);
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
        if (!isFreeLetter(key)) return false;
        find(key);
        return true;
    }
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey) return;
    // A button inside keeps the keys that press it.
    if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return;
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** A letter or figure that is not the key of a command that is there for what is selected. */
const isFreeLetter = (key: string): boolean =>
  /^[\p{L}\p{N}]$/u.test(key) &&
  !commands.some(({ shortcut, isAvailable }) => shortcut === key.toUpperCase() && isAvailable(polder.getState()));

function sourceOfSelection(): ItemId | null {
  const { selection } = polder.getState();
  return selection?.type === 'flow' || selection?.type === 'flows' ? selection.from : null;
}

function removeSelectedFlow(): boolean {
  const { selection } = polder.getState();
  if (selection?.type !== 'flow') return false;
  openDialog({ type: 'flow', intent: 'deny', from: selection.from, to: selection.to, ports: null });
  return true;
}
