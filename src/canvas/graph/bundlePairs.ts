import { namespaceOfItem, type EdgeVerdict, type ItemId } from './VisibleGraph.ts';
import { mergePairs, type PairEdge } from './PairEdge.ts';
import { groupPairs } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';

/** From so many lines on, lines between frames are drawn as one. */
const manyLines = 140;
const fanSize = 4;
const most = 0.75;

/**
 * Fewer lines for the same flows, never fewer flows: (nearly) all workloads of a frame to or from one item become one line to the frame; two frames with (nearly) all pairs
 * become one line between the frames; and if there are still too many lines, so do the frames with the most.
 */
export function bundlePairs(pairs: readonly PairEdge[], list: ItemList): readonly PairEdge[] {
  const sizes = countCards(list);
  const frameOf = (id: ItemId): ItemId | null => list.frameOf.get(id) ?? null;

  let edges = bundleFrames(pairs, frameOf, ({ from, to, count }) => {
    const all = (sizes.get(from) ?? 1) * (sizes.get(to) ?? 1);
    return count >= fanSize + 2 && count >= most * all;
  });
  edges = bundleFans(edges, 'to', sizes, frameOf);
  edges = bundleFans(edges, 'from', sizes, frameOf);
  for (const limit of [12, 6, 3, 2]) {
    if (edges.length <= manyLines) break;
    edges = bundleFrames(edges, frameOf, ({ count }) => count >= limit);
  }
  return edges;
}

/** Cards by frame. */
export function countCards(list: ItemList): ReadonlyMap<ItemId, number> {
  const sizes = new Map<ItemId, number>();
  for (const frame of list.frameOf.values()) sizes.set(frame, (sizes.get(frame) ?? 0) + 1);
  return sizes;
}

type FrameOf = (id: ItemId) => ItemId | null;

/** Lines between two frames (or a frame and a collapsed namespace) as one, where `joins` says so. */
function bundleFrames(
  pairs: readonly PairEdge[],
  frameOf: FrameOf,
  joins: (pair: { from: ItemId; to: ItemId; count: number; verdict: EdgeVerdict }) => boolean,
): readonly PairEdge[] {
  const home = (id: ItemId): ItemId => frameOf(id) ?? id;
  const { single, groups } = groupPairs(pairs, ({ from, to, verdict }) => {
    const source = home(from);
    const target = home(to);
    const isBetween = source !== target && (namespaceOfItem(source) !== null || namespaceOfItem(target) !== null);
    return isBetween ? `${verdict} ${source} → ${target}` : null;
  });
  const joined = groups.flatMap((group) => {
    const from = home(group[0].from);
    const to = home(group[0].to);
    const count = group.reduce((sum, { rows }) => sum + rows.length, 0);
    const { verdict } = group[0];
    return group.length > 1 && joins({ from, to, count, verdict }) ? [mergePairs(from, to, group)] : group;
  });
  return [...single, ...joined];
}

/** Lines between one item and (nearly) all workloads of another frame as one line to the frame. */
function bundleFans(
  pairs: readonly PairEdge[],
  end: 'from' | 'to',
  sizes: ReadonlyMap<ItemId, number>,
  frameOf: FrameOf,
): readonly PairEdge[] {
  const other = end === 'from' ? 'to' : 'from';
  const { single, groups } = groupPairs(pairs, (pair) => {
    const frame = frameOf(pair[end]);
    return frame === null || frame === frameOf(pair[other]) ? null : `${pair.verdict} ${pair[other]} ${frame}`;
  });
  const joined = groups.flatMap((group) => {
    const { from, to } = group[0];
    const frame = frameOf(group[0][end]) ?? group[0][end];
    const enough = group.length >= fanSize && group.length >= most * (sizes.get(frame) ?? 0);
    if (!enough && group.length < fanSize + 2) return group;
    return [end === 'to' ? mergePairs(from, frame, group) : mergePairs(frame, to, group)];
  });
  return [...single, ...joined];
}
