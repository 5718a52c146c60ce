import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { toDrawnEdge } from './buildVisibleGraph.ts';
import { readFlowRows } from './flowRows.ts';
import { liftFlows } from './PairEdge.ts';
import { listItems, type ItemOptions } from './listItems.ts';
import type { DrawnEdge, ItemId, VisibleGraph } from './VisibleGraph.ts';

/** More lines than this from one node are a hairball again. */
const legible = 90;

/**
 * The focused node's own flows drawn one by one, also those that a bundle or mark stands for otherwise: what a bundle says
 * in numbers can be looked at. Items and places stay as they are.
 */
export function explodeFocus(
  snapshot: WorkspaceSnapshot,
  graph: VisibleGraph,
  focus: ItemId,
  options: ItemOptions & { readonly showOpenFlows: boolean },
): readonly DrawnEdge[] {
  const list = listItems(snapshot, options);
  const inCluster = snapshot.workloads.length;
  const isExternal = graph.items.get(focus)?.type === 'external';
  const rows = readFlowRows(snapshot, { open: options.showOpenFlows }).filter(
    ({ from, to }) =>
      (list.itemOfNode[from] === focus || list.itemOfNode[to] === focus) &&
      // External ranges that stand together stay together: "anywhere" is no longer list than it is.
      (isExternal || (from < inCluster && to < inCluster)),
  );
  const pairs = liftFlows(rows, list).filter(({ from, to }) => graph.items.has(from) && graph.items.has(to));
  if (pairs.length > legible) return graph.edges;
  const own = pairs.map((pair) => toDrawnEdge(snapshot, pair));
  const ids = new Set(own.map(({ id }) => id));
  const shown = new Set(own.flatMap(({ flows }) => flows));
  const others = graph.edges.filter(({ id, flows }) => !ids.has(id) && !flows.every((row) => shown.has(row)));
  return own.length === 0 ? graph.edges : [...others, ...own];
}
