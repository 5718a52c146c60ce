import type { FlowOverlay, FlowPair } from '../../store/state.ts';
import { visibleItem } from './computeEmphasis.ts';
import type { MapFlows } from './MapFlows.ts';
import type { DrawnEdge, EdgeChange, ItemId, VisibleGraph } from './VisibleGraph.ts';

interface Change {
  readonly from: ItemId;
  readonly to: ItemId;
  readonly ports: Set<string | null>;
  readonly pairs: FlowPair[];
}

/**
 * The lines with those of a comparison: what was added instead of the lines that stood for nothing else, what was removed in
 * addition. Flows of one kind between the same two items share a line. `isFar`: lines between namespaces.
 */
export function addOverlay(
  index: MapFlows,
  graph: VisibleGraph,
  edges: readonly DrawnEdge[],
  { overlay, isFar }: { readonly overlay: FlowOverlay; readonly isFar: boolean },
): readonly DrawnEdge[] {
  const { flows } = index.snapshot;
  const keyOf = (from: number, to: number): number => from * index.nodeCount + to;
  const added = new Set(
    overlay.added.map(({ from, to }) => keyOf(index.nodeOf.get(from) ?? -1, index.nodeOf.get(to) ?? -1)),
  );
  const others = edges.filter(
    ({ flows: rows }) => rows.length === 0 || !rows.every((row) => added.has(keyOf(flows.from[row]!, flows.to[row]!))),
  );
  const place = (id: string): ItemId | null => {
    const item = visibleItem(id, graph, index);
    const drawn = item === null ? undefined : graph.items.get(item);
    return isFar && drawn?.type === 'card' ? drawn.frame : item;
  };
  return [...others, ...toEdges(overlay.added, 'added', place), ...toEdges(overlay.removed, 'removed', place)];
}

function toEdges(
  pairs: readonly FlowPair[],
  change: NonNullable<EdgeChange>,
  place: (id: string) => ItemId | null,
): readonly DrawnEdge[] {
  const changes = new Map<string, Change>();
  for (const pair of pairs) {
    const from = place(pair.from);
    const to = place(pair.to);
    if (from === null || to === null || (from === to && pair.from !== pair.to)) continue;
    const id = `${change} ${from} → ${to}`;
    const known = changes.get(id) ?? { from, to, ports: new Set(), pairs: [] };
    known.ports.add(pair.ports ?? null);
    known.pairs.push(pair);
    changes.set(id, known);
  }
  return [...changes].map(([id, { from, to, ports, pairs: own }]) => {
    const [only] = own;
    const isPair = own.length === 1 && only?.from === from && only.to === to;
    return {
      id,
      from,
      to,
      verdict: 'rule',
      ports: ports.size === 1 ? ([...ports][0] ?? null) : null,
      partial: false,
      doubt: false,
      change,
      count: own.length,
      flows: [],
      pair: isPair ? { from, to } : null,
    };
  });
}
