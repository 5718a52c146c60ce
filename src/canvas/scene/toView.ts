import type { Viewport } from '../../store/state.ts';
import type { Box, Size } from '../graph/Box.ts';

/** The part of the map that is in view, in its own units. `margin`: so much of its size more on each side. */
export function toView({ x, y, zoom }: Viewport, { width, height, margin }: Size & { readonly margin: number }): Box {
  const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  return {
    x: view.x - view.width * margin,
    y: view.y - view.height * margin,
    width: view.width * (1 + 2 * margin),
    height: view.height * (1 + 2 * margin),
  };
}
