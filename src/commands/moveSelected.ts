import { moveOnCanvas } from '../store/actions/canvasActions.ts';
import type { Command } from './Command.ts';
import { selectedItem } from './selectedObject.ts';

/** In units of the map, a CSS pixel at zoom 1. */
const step = 96;

/** What dragging does, without dragging. On the graph itself it is Alt and an arrow, in smaller steps. */
const moveBy = (id: string, words: string, [x, y]: readonly [number, number]): Command => ({
  id: `view.move.${id}`,
  label: `Move what is selected ${words} on the graph`,
  group: 'View',
  shortcut: null,
  isAvailable: (state) => state.view.centre === 'graph' && selectedItem(state) !== null,
  run: () => moveOnCanvas({ x: x * step, y: y * step }),
});

export const moveLeft = moveBy('left', 'to the left', [-1, 0]);
export const moveRight = moveBy('right', 'to the right', [1, 0]);
export const moveUp = moveBy('up', 'up', [0, -1]);
export const moveDown = moveBy('down', 'down', [0, 1]);
