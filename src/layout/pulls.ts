import { toPull, type PullOf } from './arrangeFrame.ts';
import type { Box, Point } from './Layout.ts';
import type { LayoutModel } from './LayoutModel.ts';

/** Before anything stands: others are left or right by the rank of their frame or the side of the rim. */
export const pullByRank =
  (model: LayoutModel, rankOf: (id: string) => number | undefined): PullOf =>
  (node) => {
    const own = rankOf(node.id) ?? 0;
    let left = 0;
    let right = 0;
    for (const id of model.neighbours.get(node.id) ?? []) {
      const other = model.nodes.get(id);
      if (other === undefined || (other.group === node.group && node.group !== null)) continue;
      const rank = rankOf(id);
      if (other.rim === 'left' || (rank !== undefined && rank < own)) left += 1;
      else if (other.rim === 'right' || (rank !== undefined && rank > own)) right += 1;
    }
    return toPull(left, right, null);
  };

/** Once all stand: others are left or right of the frame, or above or below it, and stand at a height. */
export const pullByPlace =
  (
    { nodes: all, neighbours }: LayoutModel,
    { nodes, frame }: { readonly nodes: Readonly<Record<string, Point>>; readonly frame: Box | null },
  ): PullOf =>
  (node) => {
    let left = 0;
    let right = 0;
    let sum = 0;
    let count = 0;
    for (const id of neighbours.get(node.id) ?? []) {
      const other = all.get(id);
      if (other === undefined || frame === null || (other.group === node.group && node.group !== null)) continue;
      const place = nodes[id];
      if (other.rim !== null || place === undefined) {
        if (other.rim === 'left') left += 1;
        else right += 1;
        continue;
      }
      sum += place.y + other.height / 2 - frame.y;
      count += 1;
      if (place.x + other.width < frame.x) left += 1;
      else if (place.x > frame.x + frame.width) right += 1;
    }
    return toPull(left, right, count === 0 ? null : sum / count);
  };
