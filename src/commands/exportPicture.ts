import { offersPicture, requestPicture } from '../store/actions/pictureActions.ts';
import type { PictureFormat } from '../store/state.ts';
import type { Command } from './Command.ts';

const toCommand = (format: PictureFormat, label: string): Command => ({
  id: `picture.${format}`,
  label,
  group: 'Export',
  shortcut: null,
  isAvailable: (state) => offersPicture(state, format),
  run: () => requestPicture(format, 'light'),
});

/** Pictures of the view in the centre, on light ground; the export dialog has the dark one too. */
export const exportSvg = toCommand('svg', 'Download the picture as SVG');
export const exportPng = toCommand('png', 'Download the picture as PNG');
export const exportDrawio = toCommand('drawio', 'Download the graph for draw.io');
export const exportMermaid = toCommand('mermaid', 'Download the graph as Mermaid');
export const exportDot = toCommand('dot', 'Download the graph for Graphviz (dot)');
