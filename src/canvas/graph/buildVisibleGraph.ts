import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { bundleExternals } from './bundleExternals.ts';
import { bundlePairs } from './bundlePairs.ts';
import { describeRows } from './describeRows.ts';
import { findReaches } from './findReaches.ts';
import { countOpenFlows, readFlowRows } from './flowRows.ts';
import { listItems, type ItemOptions } from './listItems.ts';
import { liftFlows, pairKey, type PairEdge } from './PairEdge.ts';
import type { DrawnEdge, Item, ItemId, VisibleGraph } from './VisibleGraph.ts';

export interface GraphOptions extends ItemOptions {
  readonly showOpenFlows: boolean;
}

/** What the picture shows of a snapshot. Pure; positions come later. */
export function buildVisibleGraph(snapshot: WorkspaceSnapshot, options: GraphOptions): VisibleGraph {
  const list = listItems(snapshot, options);
  const rows = readFlowRows(snapshot, { open: options.showOpenFlows });
  const { reaches, reachedFrom, covered } = findReaches(snapshot, rows);
  const isCard = (node: number): boolean => list.frameOf.has(list.itemOfNode[node] ?? '');
  // A mark needs a card to stand at: flows of a collapsed namespace are aggregated as a whole instead.
  const wired = rows.filter(({ row, from, to }) => {
    if (!covered.has(row)) return true;
    return !((reaches.has(from) && isCard(from)) || (reachedFrom.has(to) && isCard(to)));
  });
  const lifted = liftFlows(wired, list);
  const { edges: outward, hubs } = bundleExternals(snapshot, lifted, list);
  const { edges: pairs, inside } = bundlePairs(outward, list);
  const edges = pairs.map((pair) => toDrawnEdge(snapshot, pair));

  const nodeOf = new Map(snapshot.workloads.map(({ id }, node) => [id, node]));
  const items = new Map<ItemId, Item>();
  for (const frame of list.frames) {
    const bundle = inside.get(frame.id);
    items.set(frame.id, {
      ...frame,
      inside:
        bundle === undefined
          ? null
          : {
              all: bundle.all,
              verdict: bundle.pair.verdict,
              ports: describeRows(snapshot, bundle.pair.rows).ports,
              flows: bundle.pair.rows,
            },
    });
  }
  for (const item of list.collapsed) items.set(item.id, item);
  for (const card of list.cards) {
    const node = nodeOf.get(card.id) ?? -1;
    items.set(card.id, {
      ...card,
      reaches: reaches.get(node) ?? null,
      reachedFrom: reachedFrom.get(node) ?? null,
    });
  }
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  for (const external of [...list.externals, ...hubs]) if (touched.has(external.id)) items.set(external.id, external);

  return {
    items,
    edges,
    attractions: outward.filter(({ from, to, verdict }) => {
      const frame = list.frameOf.get(from);
      const isInside = frame !== undefined && frame === list.frameOf.get(to) && inside.has(frame);
      return verdict === 'rule' && from !== to && !isInside;
    }),
    hiddenOpenFlows: options.showOpenFlows ? 0 : countOpenFlows(snapshot),
    shownFlows: rows.length,
    bundledFlows: rows.length - edges.filter(({ flows }) => flows.length === 1).length,
  };
}

export function toDrawnEdge(snapshot: WorkspaceSnapshot, { from, to, verdict, rows }: PairEdge): DrawnEdge {
  const isPair = rows.length === 1 && !from.startsWith('namespace:') && !to.startsWith('namespace:');
  return {
    id: pairKey(from, to, verdict),
    from,
    to,
    verdict,
    ...describeRows(snapshot, rows),
    flows: rows,
    pair: isPair ? { from, to } : null,
  };
}
