import { openCanvasPanel } from '../store/actions/canvasActions.ts';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { always, type Command } from './Command.ts';

export const graphViews: Command = {
  id: 'view.saved',
  label: 'Views of the graph: save or open one…',
  group: 'View',
  shortcut: 'V',
  isAvailable: always,
  run: () => openCanvasPanel('views'),
};

export const zoomToSelection: Command = {
  id: 'view.zoomToSelection',
  label: 'Zoom to what is selected and its neighbours',
  group: 'View',
  shortcut: 'Z',
  isAvailable: ({ selection }) => selection !== null,
  run: () => focusOnCanvas('selection'),
};
