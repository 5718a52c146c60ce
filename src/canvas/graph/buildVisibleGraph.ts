import { bundleExternals } from './bundleExternals.ts';
import { bundleInside, type InsideBundle } from './bundleInside.ts';
import { bundlePairs } from './bundlePairs.ts';
import { describeRows } from './describeRows.ts';
import { findReaches, type Reaches } from './findReaches.ts';
import type { MapFlows } from './MapFlows.ts';
import { liftToFrames } from './liftToFrames.ts';
import { listItems, type ItemList, type ItemOptions } from './listItems.ts';
import { countOpenPairs, listOpenPairs } from './openPairs.ts';
import { liftFlows, type PairEdge } from './PairEdge.ts';
import type { RowSelection } from './selectRows.ts';
import { toDrawnEdge } from './toDrawnEdge.ts';
import type { ExternalItem, Item, ItemId, VisibleGraph } from './VisibleGraph.ts';

export interface GraphOptions extends Omit<ItemOptions, 'shown'> {
  readonly showOpenFlows: boolean;
  /** What the filter and what is hidden leave. */
  readonly selected: RowSelection;
}

/** What the picture shows of a snapshot. Pure; positions come later. */
export function buildVisibleGraph(index: MapFlows, options: GraphOptions): VisibleGraph {
  const { rows, shown } = options.selected;
  const list = listItems(index, { ...options, shown });
  const waits = new Uint8Array(index.snapshot.flows.length);
  for (const row of rows) waits[row] = 1;
  let hasMarks = false;
  const settle = (said: readonly number[]): void => {
    for (const row of said) waits[row] = 0;
    hasMarks = true;
  };

  const flows = liftFlows(rows, index, list);
  const inside = bundleInside(flows, list);
  for (const { pair } of inside.values()) settle(pair.rows);
  const reaches = findReaches(index, waits);
  // A mark needs a card to stand at: flows of a collapsed namespace are aggregated as a whole instead.
  for (const marks of [reaches.reaches, reaches.reachedFrom]) {
    for (const [node, { flows }] of marks) if (list.frameOf[list.itemOfNode[node]!]! >= 0) settle(flows);
  }
  const open = options.showOpenFlows ? listOpenPairs(index, list) : { pairs: [], left: countOpenPairs(index) };
  const unmarked = hasMarks ? rows.filter((row) => waits[row] === 1) : null;
  const wired = unmarked === null ? flows : liftFlows(unmarked, index, list);
  const { edges: outward, hubs } = bundleExternals(index, [...wired, ...open.pairs], list);
  const pairs = bundlePairs(outward, list);
  const all = (at: number): Item => list.items[at] ?? hubs.get(at)!;
  const edges = pairs.map((pair) => toDrawnEdge(index, pair, all));
  const lifted = liftToFrames(index, list, { rows, hubbed: pairs, items: all });

  return {
    items: collectItems(index, list, { pairs, inside, reaches, hubs }),
    members: collectMembers(list),
    edges,
    lifted,
    attractions: outward
      .filter(({ from, to, verdict }) => verdict === 'rule' && from !== to)
      .map(({ from, to }) => ({ from: all(from).id, to: all(to).id })),
    leftOut: { ...options.selected.leftOut, open: open.left },
    shownFlows: rows.length + open.pairs.reduce((sum, { count }) => sum + count, 0),
    bundledFlows: rows.length - edges.filter(({ flows }) => flows.length === 1).length,
  };
}

function collectMembers({ items, frameOf }: ItemList): ReadonlyMap<ItemId, readonly ItemId[]> {
  const members = new Map<ItemId, ItemId[]>();
  items.forEach(({ id, type }, at) => {
    if (type === 'frame') members.set(id, []);
    else if (frameOf[at]! >= 0) members.get(items[frameOf[at]!]!.id)?.push(id);
  });
  return members;
}

function collectItems(
  index: MapFlows,
  list: ItemList,
  {
    pairs,
    inside,
    reaches,
    hubs,
  }: {
    readonly pairs: readonly PairEdge[];
    readonly inside: ReadonlyMap<number, InsideBundle>;
    readonly reaches: Reaches;
    readonly hubs: ReadonlyMap<number, ExternalItem>;
  },
): ReadonlyMap<ItemId, Item> {
  const touched = new Uint8Array(list.items.length + 2);
  for (const { from, to } of pairs) touched[from] = touched[to] = 1;
  const items = new Map<ItemId, Item>();
  list.items.forEach((item, at) => {
    if (item.type === 'frame') items.set(item.id, withInside(index, item, inside.get(at)));
    else if (item.type === 'card') items.set(item.id, withReaches(item, list.nodeOfItem[at]!, reaches));
    else if (item.type === 'collapsed' || touched[at] === 1) items.set(item.id, item);
  });
  for (const [at, hub] of hubs) if (touched[at] === 1) items.set(hub.id, hub);
  return items;
}

function withInside(index: MapFlows, frame: Item & { type: 'frame' }, bundle: InsideBundle | undefined): Item {
  if (bundle === undefined) return frame;
  const { verdict, rows } = bundle.pair;
  return { ...frame, inside: { all: bundle.all, verdict, ...describeRows(index, rows), flows: rows } };
}

function withReaches(card: Item & { type: 'card' }, node: number, { reaches, reachedFrom }: Reaches): Item {
  const to = reaches.get(node) ?? null;
  const from = reachedFrom.get(node) ?? null;
  return to === null && from === null ? card : { ...card, reaches: to, reachedFrom: from };
}
