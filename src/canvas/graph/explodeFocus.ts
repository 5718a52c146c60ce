import { rowsAt, type MapFlows } from './MapFlows.ts';
import { namespaceItem, type DrawnEdge, type Item, type ItemId, type VisibleGraph } from './VisibleGraph.ts';
import { describeRows } from './describeRows.ts';
import { edgeId } from './toDrawnEdge.ts';
import { rowVerdict } from './MapFlows.ts';

/** More lines than this from one node are a hairball again. */
const legible = 90;

/**
 * The focused node's own flows drawn one by one, also those that a bundle or mark stands for otherwise: what a bundle says
 * in numbers can be looked at. Items and places stay as they are. Costs what the node has, whatever else there is.
 * `isShown`: by row, whether the filter lets it be drawn.
 */
export function explodeFocus(
  index: MapFlows,
  graph: VisibleGraph,
  focus: ItemId,
  isShown: (row: number) => boolean,
): readonly DrawnEdge[] {
  const node = index.nodeOf.get(focus);
  if (node === undefined) return graph.edges;
  const { flows, workloads } = index.snapshot;
  const inCluster = workloads.length;
  const own = new Map<string, DrawnEdge & { readonly flows: number[] }>();
  for (const row of [...rowsAt(index.out, node), ...rowsAt(index.into, node)]) {
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    // External ranges that stand together stay together: "anywhere" is no longer list than it is.
    if (!isShown(row) || (node < inCluster && (from >= inCluster || to >= inCluster))) continue;
    const source = itemOf(index, graph, from);
    const target = itemOf(index, graph, to);
    if (source === null || target === null) continue;
    const verdict = index.verdicts[row] === rowVerdict.uncertain ? 'uncertain' : 'rule';
    const id = edgeId(source.id, target.id, verdict);
    const known = own.get(id);
    if (known !== undefined && !known.flows.includes(row)) known.flows.push(row);
    if (known === undefined) own.set(id, toEdge({ id, source, target, verdict, row }));
  }
  if (own.size === 0 || own.size > legible) return graph.edges;
  const shown = new Set([...own.values()].flatMap((edge) => edge.flows));
  const others = graph.edges.filter(
    ({ id, flows: rows }) => !own.has(id) && (rows.length === 0 || !rows.every((row) => shown.has(row))),
  );
  const drawn = [...own.values()].map((edge) => ({
    ...edge,
    ...describeRows(index, edge.flows),
    count: edge.flows.length,
    pair: edge.flows.length > 1 ? null : edge.pair,
  }));
  return [...others, ...drawn];
}

function toEdge({
  id,
  source,
  target,
  verdict,
  row,
}: {
  readonly id: string;
  readonly source: Item;
  readonly target: Item;
  readonly verdict: DrawnEdge['verdict'];
  readonly row: number;
}): DrawnEdge & { readonly flows: number[] } {
  const isPair = source.type !== 'collapsed' && target.type !== 'collapsed';
  return {
    id,
    from: source.id,
    to: target.id,
    verdict,
    ports: null,
    partial: false,
    doubt: false,
    change: null,
    count: 1,
    flows: [row],
    pair: isPair ? { from: source.id, to: target.id } : null,
  };
}

/** The card or range of a node, or the collapsed namespace that it is in; null when neither is drawn. */
function itemOf({ snapshot }: MapFlows, { items }: VisibleGraph, node: number): Item | null {
  const workload = snapshot.workloads[node];
  const id = workload?.id ?? snapshot.externals[node - snapshot.workloads.length]?.id ?? '';
  const own = items.get(id);
  if (own !== undefined) return own;
  const home = workload === undefined ? undefined : items.get(namespaceItem(workload.namespace));
  return home?.type === 'collapsed' ? home : null;
}
