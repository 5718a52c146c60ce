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
  const ordered = orderByRim(model, nodes);
  const number = new Map(ordered.map((node, at) => [node.id, at]));
  const edges = edgesBetween(model, (id) => number.get(id));
  const inside = arrangeItems(ordered, edges, { spacing: insideSpacing, layered });
  return {
    places: nodes.map(({ id }) => {
      const { x, y } = inside.places[number.get(id) ?? 0] ?? { x: 0, y: 0 };
      return { x: x + framePadding.left, y: y + framePadding.top };
    }),
    size: toFrameSize(inside.size),
  };
}

/** Those that talk to the left rim first, those that talk to the right rim last: their lines need not cross the others. */
function orderByRim(model: LayoutModel, nodes: readonly LayoutNode[]): readonly LayoutNode[] {
  const pull = ({ id }: LayoutNode): number => {
    const sides = (model.neighbours.get(id) ?? []).map((other) => model.nodes.get(other)?.rim ?? null);
    return (sides.includes('right') ? 1 : 0) - (sides.includes('left') ? 1 : 0);
  };
  return nodes
    .map((node, at) => ({ node, at, pull: pull(node) }))
    .sort((a, b) => a.pull - b.pull || a.at - b.at)
    .map(({ node }) => node);
}

const toFrameSize = ({ width, height }: Size): Size => ({
  width: width + framePadding.left + framePadding.right,
  height: height + framePadding.top + framePadding.bottom,
});
