import type { Arrangement } from './Arrangement.ts';
import { arrangeGrid, rearrangeGrid, type Effort, type Grid } from './grid/arrangeGrid.ts';
import { noPull, type GridTask, type Pull } from './grid/GridTask.ts';
import type { LayoutNode, Point, Size } from './Layout.ts';
import { edgesBetween, type LayoutModel } from './LayoutModel.ts';
import { emptyFrame, framePadding, insideSpacing } from './spacing.ts';

/** Nodes in a frame; places count from the frame's top left corner. */
export interface FrameArrangement extends Arrangement {
  /** Null for an empty frame. */
  readonly inside: { readonly task: GridTask; readonly grid: Grid } | null;
}

/** Where the lines of a node lead that leave its frame. */
export type PullOf = (node: LayoutNode) => Pull;

/** A frame's nodes in columns and rows, each near the side where its lines leave. */
export function arrangeFrame(
  model: LayoutModel,
  nodes: readonly LayoutNode[],
  { pullOf, effort }: { readonly pullOf: PullOf; readonly effort: Effort },
): FrameArrangement {
  if (nodes.length === 0) return { places: [], size: emptyFrame, inside: null };
  const number = new Map(nodes.map(({ id }, at) => [id, at]));
  const lines = model.inside.get(nodes[0]?.group ?? '') ?? [];
  const edges = edgesBetween(lines, (id) => number.get(id));
  const task: GridTask = { sizes: nodes, edges, pulls: nodes.map(pullOf), spacing: insideSpacing };
  return toFrame(task, arrangeGrid(task, effort));
}

/** The same frame, no larger, when it is known where the others stand. */
export function rearrangeFrame(
  frame: FrameArrangement,
  nodes: readonly LayoutNode[],
  { pullOf, sweeps }: { readonly pullOf: PullOf; readonly sweeps: number },
): FrameArrangement {
  if (frame.inside === null || sweeps === 0) return frame;
  const pulls = nodes.map((node) => {
    const pull = pullOf(node);
    return pull.y === null ? pull : { ...pull, y: pull.y - framePadding.top };
  });
  const task = { ...frame.inside.task, pulls };
  const after = toFrame(task, rearrangeGrid(task, frame.inside.grid, sweeps));
  return after.size.width > frame.size.width || after.size.height > frame.size.height ? frame : after;
}

/** More lines than this draw no harder. */
const strongest = 4;

/** What leaves a node to the left and to the right, no stronger than a few lines. */
export function toPull(left: number, right: number, y: number | null): Pull {
  const sum = left + right;
  if (sum === 0) return noPull;
  const strength = Math.min(sum, strongest) / sum;
  return { left: left * strength, right: right * strength, y };
}

const toFrame = (task: GridTask, grid: Grid): FrameArrangement => ({
  places: grid.places.map(({ x, y }): Point => ({ x: x + framePadding.left, y: y + framePadding.top })),
  size: toFrameSize(grid.size),
  inside: { task, grid },
});

const toFrameSize = ({ width, height }: Size): Size => ({
  width: width + framePadding.left + framePadding.right,
  height: height + framePadding.top + framePadding.bottom,
});
