import type { LayoutRequest, LayoutResult } from './Layout.ts';
import { layoutAnew } from './layoutAnew.ts';
import { layoutAround } from './layoutAround.ts';
import { createLayoutModel } from './LayoutModel.ts';

/**
 * Places for nodes and frames, in canvas units. Pure and deterministic. Without `fixed` a new picture: flows lead from left
 * to right, the whole comes near 16:10. With `fixed`: what has a place keeps it exactly, newcomers find a free one.
 */
export function computeLayout(request: LayoutRequest): LayoutResult {
  const model = createLayoutModel(request);
  const someFixed =
    request.nodes.some(({ id }) => request.fixed[id] !== undefined) ||
    request.groups.some(({ id }) => request.fixed[id] !== undefined);
  return someFixed ? layoutAround(model, request) : layoutAnew(model);
}
