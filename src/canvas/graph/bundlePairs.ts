import { groupPairs, isGroup, joinGroups, type PairGroup, type PairGroups } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';
import { mergePairs, pairKey, type PairEdge } from './PairEdge.ts';

/** From so many lines on, lines between frames are drawn as one. */
const manyLines = 140;
const fanSize = 4;
const most = 0.75;
/** Flows between two frames from which on they share a line: as many as need be. */
const limits = [12, 6, 3, 2];

/**
 * Fewer lines for the same flows, never fewer flows: (nearly) all workloads of a frame to or from one item become one line to the frame; two frames with (nearly) all pairs
 * become one line between the frames; and if there are still too many lines, so do the frames with the most.
 */
export function bundlePairs(pairs: readonly PairEdge[], list: ItemList): readonly PairEdge[] {
  const sizeOf = (item: number): number => list.cardsIn[item] || 1;
  const homeOf = (item: number): number => (list.frameOf[item]! >= 0 ? list.frameOf[item]! : item);
  const merge = (group: PairGroup): PairEdge => mergePairs(homeOf(group[0].from), homeOf(group[0].to), group);
  let edges = joinGroups(groupFrames(pairs, list, homeOf), (group) => {
    const { from, to } = group[0];
    const count = countOf(group);
    const isWhole = count >= fanSize + 2 && count >= most * sizeOf(homeOf(from)) * sizeOf(homeOf(to));
    return isWhole ? [merge(group)] : group;
  });
  edges = bundleFans(edges, 'to', list);
  edges = bundleFans(edges, 'from', list);
  if (edges.length <= manyLines) return edges;
  const between = groupFrames(edges, list, homeOf);
  const limit = limits.find((few) => countJoined(between, few) <= manyLines) ?? limits.at(-1)!;
  return joinGroups(between, (group) => (countOf(group) >= limit ? [merge(group)] : group));
}

/** Pairs between two frames, or a frame and a collapsed namespace. */
const groupFrames = (pairs: readonly PairEdge[], list: ItemList, homeOf: (item: number) => number): PairGroups => {
  const isNamespace = (item: number): boolean => {
    const type = list.items[item]?.type;
    return type === 'frame' || type === 'collapsed';
  };
  return groupPairs(pairs, ({ from, to, verdict }) => {
    const source = homeOf(from);
    const target = homeOf(to);
    return source !== target && (isNamespace(source) || isNamespace(target)) ? pairKey(source, target, verdict) : -1;
  });
};

const countOf = (group: PairGroup): number => group.reduce((sum, { count }) => sum + count, 0);

/** How many lines are left when groups of so many flows become one line each. */
const countJoined = ({ single, groups }: PairGroups, limit: number): number =>
  groups.reduce((sum, one) => sum + (isGroup(one) && countOf(one) < limit ? one.length : 1), single.length);

/** Lines between one item and (nearly) all workloads of another frame as one line to the frame. */
function bundleFans(pairs: readonly PairEdge[], end: 'from' | 'to', list: ItemList): readonly PairEdge[] {
  const other = end === 'from' ? 'to' : 'from';
  const degrees = new Uint32Array(list.items.length + 2);
  for (const pair of pairs) degrees[pair[other]]! += 1;
  const fans = groupPairs(pairs, (pair) => {
    // Most items have too few lines for any fan.
    if (degrees[pair[other]]! < fanSize) return -1;
    const frame = list.frameOf[pair[end]]!;
    return frame < 0 || frame === list.frameOf[pair[other]] ? -1 : pairKey(pair[other], frame, pair.verdict);
  });
  return joinGroups(fans, (group) => {
    const { from, to } = group[0];
    const frame = list.frameOf[group[0][end]]!;
    const enough = group.length >= fanSize && group.length >= most * list.cardsIn[frame]!;
    if (!enough && group.length < fanSize + 2) return group;
    return [end === 'to' ? mergePairs(from, frame, group) : mergePairs(frame, to, group)];
  });
}
