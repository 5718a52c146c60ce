import type { LayoutNode, Size } from './Layout.ts';
import type { Arrangement } from './Arrangement.ts';
import { arrangeItems } from './arrangeItems.ts';
import { edgesBetween, type LayoutModel } from './LayoutModel.ts';
import { emptyFrame, framePadding, insideSpacing } from './spacing.ts';

/** A frame's nodes beside each other; places count from the frame's top left corner. */
export function arrangeFrame(
  model: LayoutModel,
  nodes: readonly LayoutNode[],
  { layered }: { readonly layered: boolean },
): Arrangement {
  if (nodes.length === 0) return { places: [], size: emptyFrame };
  const number = new Map(nodes.map((node, at) => [node.id, at]));
  const edges = edgesBetween(model, (id) => number.get(id));
  const inside = arrangeItems(nodes, edges, { spacing: insideSpacing, layered });
  return {
    places: inside.places.map(({ x, y }) => ({ x: x + framePadding.left, y: y + framePadding.top })),
    size: toFrameSize(inside.size),
  };
}

const toFrameSize = ({ width, height }: Size): Size => ({
  width: width + framePadding.left + framePadding.right,
  height: height + framePadding.top + framePadding.bottom,
});
