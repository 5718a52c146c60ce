import type { SceneItem } from '../scene/createScene.ts';
import type { Frame } from './Frame.ts';

const cornerRadius = 10;

/** The land: a namespace's ground and its border. Its title is an element of the page, or written by `paintTitles`. */
export function paintFrames(context: CanvasRenderingContext2D, frame: Frame, items: readonly SceneItem[]): void {
  const { palette, emphasis, viewport } = frame;
  const frames = items.filter(({ item }) => item.type === 'frame');
  const radius = Math.max(cornerRadius, Math.min(18, 4 / viewport.zoom));
  context.beginPath();
  for (const { box } of frames) context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.fillStyle = palette.panel;
  context.fill();
  context.lineWidth = Math.max(1, 0.8 / viewport.zoom);
  context.strokeStyle = palette.lineFrame;
  context.stroke();
  for (const { item, box } of frames) {
    const isSelected = emphasis.selectedItem === item.id;
    if (!isSelected && !emphasis.ringed.has(item.id)) continue;
    context.strokeStyle = isSelected ? palette.accent : palette.rule;
    context.lineWidth = 2 / viewport.zoom;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, radius);
    context.stroke();
  }
}
