import { countCards } from './bundlePairs.ts';
import { groupPairs } from './groupPairs.ts';
import type { ItemList } from './listItems.ts';
import { mergePairs, type PairEdge } from './PairEdge.ts';
import type { ItemId } from './VisibleGraph.ts';

export interface InsideBundle {
  /** Every workload of the frame reaches every other. */
  readonly all: boolean;
  readonly pair: PairEdge;
}

/**
 * Frames whose workloads (nearly) all reach each other, or have more flows among them than lines can show: the frame says
 * it, once.
 */
export function bundleInside(pairs: readonly PairEdge[], list: ItemList): ReadonlyMap<ItemId, InsideBundle> {
  const sizes = countCards(list);
  const { groups } = groupPairs(pairs, ({ from, to, verdict }) => {
    const frame = list.frameOf.get(from);
    return frame !== undefined && frame === list.frameOf.get(to) ? `${verdict} ${frame}` : null;
  });
  const inside = new Map<ItemId, InsideBundle>();
  for (const group of groups) {
    const frame = list.frameOf.get(group[0].from) ?? '';
    const size = sizes.get(frame) ?? 0;
    const possible = size * (size - 1);
    const lines = group.filter(({ from, to }) => from !== to).length;
    const isMesh = size >= 3 && lines >= 0.8 * possible;
    if ((isMesh || lines > Math.max(40, 4 * size)) && !inside.has(frame)) {
      inside.set(frame, { all: lines === possible, pair: mergePairs(frame, frame, group) });
    }
  }
  return inside;
}
