import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { bundleExternals } from './bundleExternals.ts';
import { bundleInside } from './bundleInside.ts';
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
  const inside = bundleInside(liftFlows(rows, list), list);
  const said = new Set([...inside.values()].flatMap(({ pair }) => pair.rows));
  const outspoken = rows.filter(({ row }) => !said.has(row));
  const { reaches, reachedFrom } = findReaches(snapshot, outspoken);
  // A mark needs a card to stand at: flows of a collapsed namespace are aggregated as a whole instead.
  for (const [node, { flows }] of [...reaches, ...reachedFrom]) {
    if (list.frameOf.has(list.itemOfNode[node] ?? '')) for (const row of flows) said.add(row);
  }
  const wired = rows.filter(({ row }) => !said.has(row));
  const { edges: outward, hubs } = bundleExternals(snapshot, liftFlows(wired, list), list);
  const pairs = bundlePairs(outward, list);
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
    attractions: outward
      .filter(({ from, to, verdict }) => verdict === 'rule' && from !== to)
      .map(({ from, to }) => ({ from, to })),
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
