import { groupPairs, pairsOf } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';
import { mergePairs, pairKey, type PairEdge } from './PairEdge.ts';

export interface InsideBundle {
  /** Every workload of the frame reaches every other. */
  readonly all: boolean;
  readonly pair: PairEdge;
}

/**
 * Frames whose workloads (nearly) all reach each other, or have more flows among them than lines can show: the frame says
 * it, once. By the number of the frame.
 */
export function bundleInside(pairs: readonly PairEdge[], list: ItemList): ReadonlyMap<number, InsideBundle> {
  const { groups } = groupPairs(pairs, ({ from, to, verdict }) => {
    const frame = list.frameOf[from]!;
    return frame >= 0 && frame === list.frameOf[to] ? pairKey(frame, frame, verdict) : -1;
  });
  const inside = new Map<number, InsideBundle>();
  for (const one of groups) {
    const group = pairsOf(one);
    const frame = list.frameOf[group[0].from]!;
    const size = list.cardsIn[frame]!;
    const possible = size * (size - 1);
    const lines = group.filter(({ from, to }) => from !== to).length;
    const isMesh = size >= 3 && lines >= 0.8 * possible;
    if ((isMesh || lines > Math.max(40, 4 * size)) && !inside.has(frame)) {
      inside.set(frame, { all: lines === possible, pair: mergePairs(frame, frame, group) });
    }
  }
  return inside;
}
