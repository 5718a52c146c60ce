import { groupPairs } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';
import { mergePairs, pairKey, type PairEdge } from './PairEdge.ts';

/** From so many lines on, lines between frames are drawn as one. */
const manyLines = 140;
const fanSize = 4;
const most = 0.75;

/**
 * Fewer lines for the same flows, never fewer flows: (nearly) all workloads of a frame to or from one item become one line to the frame; two frames with (nearly) all pairs
 * become one line between the frames; and if there are still too many lines, so do the frames with the most.
 */
export function bundlePairs(pairs: readonly PairEdge[], list: ItemList): readonly PairEdge[] {
  const sizeOf = (item: number): number => list.cardsIn[item] || 1;
  let edges = bundleFrames(pairs, list, ({ from, to, count }) => {
    return count >= fanSize + 2 && count >= most * sizeOf(from) * sizeOf(to);
  });
  edges = bundleFans(edges, 'to', list);
  edges = bundleFans(edges, 'from', list);
  for (const limit of [12, 6, 3, 2]) {
    if (edges.length <= manyLines) break;
    edges = bundleFrames(edges, list, ({ count }) => count >= limit);
  }
  return edges;
}

/** Lines between two frames (or a frame and a collapsed namespace) as one, where `joins` says so. */
function bundleFrames(
  pairs: readonly PairEdge[],
  list: ItemList,
  joins: (pair: { from: number; to: number; count: number }) => boolean,
): readonly PairEdge[] {
  const home = (item: number): number => (list.frameOf[item]! >= 0 ? list.frameOf[item]! : item);
  const isNamespace = (item: number): boolean => {
    const type = list.items[item]?.type;
    return type === 'frame' || type === 'collapsed';
  };
  const { single, groups } = groupPairs(pairs, ({ from, to, verdict }) => {
    const source = home(from);
    const target = home(to);
    return source !== target && (isNamespace(source) || isNamespace(target)) ? pairKey(source, target, verdict) : -1;
  });
  const joined = groups.flatMap((group) => {
    if (group.length < 2) return group;
    const from = home(group[0].from);
    const to = home(group[0].to);
    const count = group.reduce((sum, pair) => sum + pair.count, 0);
    return joins({ from, to, count }) ? [mergePairs(from, to, group)] : group;
  });
  return [...single, ...joined];
}

/** Lines between one item and (nearly) all workloads of another frame as one line to the frame. */
function bundleFans(pairs: readonly PairEdge[], end: 'from' | 'to', list: ItemList): readonly PairEdge[] {
  const other = end === 'from' ? 'to' : 'from';
  const { single, groups } = groupPairs(pairs, (pair) => {
    const frame = list.frameOf[pair[end]]!;
    return frame < 0 || frame === list.frameOf[pair[other]] ? -1 : pairKey(pair[other], frame, pair.verdict);
  });
  const joined = groups.flatMap((group) => {
    const { from, to } = group[0];
    const frame = list.frameOf[group[0][end]]!;
    const enough = group.length >= fanSize && group.length >= most * list.cardsIn[frame]!;
    if (!enough && group.length < fanSize + 2) return group;
    return [end === 'to' ? mergePairs(from, frame, group) : mergePairs(frame, to, group)];
  });
  return [...single, ...joined];
}
