import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { CaretMeaning, Selection } from '../../store/state.ts';
import { manyDestinations, manySources } from './bundleExternals.ts';
import { namespaceItem, type DrawnEdge, type Item, type ItemId, type VisibleGraph } from './VisibleGraph.ts';

export type Hover = { readonly type: 'item'; readonly id: ItemId } | { readonly type: 'edge'; readonly id: string };

/** What stands out. Sets of null: everything is as bright as everything else. */
export interface Emphasis {
  readonly items: ReadonlySet<ItemId> | null;
  readonly edges: ReadonlySet<string> | null;
  /** Selected by the policy at the caret, or by the selected policy. */
  readonly ringed: ReadonlySet<ItemId>;
  readonly selectedItem: ItemId | null;
  readonly selectedPod: string | null;
  readonly selectedEdge: string | null;
}

export interface EmphasisInput {
  readonly snapshot: WorkspaceSnapshot;
  readonly graph: VisibleGraph;
  readonly edges: readonly DrawnEdge[];
  readonly selection: Selection | null;
  readonly hover: Hover | null;
  readonly caretMeaning: CaretMeaning | null;
  readonly search: string;
  /** `edges` lead from frame to frame. */
  readonly isOverview: boolean;
}

/** The pointer wins over the caret, the caret over the selection, the selection over the search. */
export function computeEmphasis(input: EmphasisInput): Emphasis {
  const { graph, edges, selection, hover, caretMeaning, snapshot } = input;
  const selectedItem = itemOfSelection(selection, input);
  const selectedEdge = edges.find((edge) => isSelectedEdge(edge, selection))?.id ?? null;
  const policy = selection?.type === 'policy' ? selection.id : null;
  const selects =
    caretMeaning?.selects ??
    snapshot.policies.find(({ id }) => id === policy)?.selects.map((node) => snapshot.workloads[node]?.id ?? '') ??
    [];
  const ringed = new Set(selects.map((id) => visibleItem(id, graph, snapshot)).filter((id) => id !== null));
  if (caretMeaning !== null && caretMeaning.object !== null) {
    const item = visibleItem(caretMeaning.object, graph, snapshot);
    if (item !== null) ringed.add(item);
  }
  const base = {
    ringed,
    selectedItem,
    selectedPod: selection?.type === 'pod' ? selection.id : null,
    selectedEdge,
  };
  if (hover?.type === 'item') return { ...base, ...aroundItem(hover.id, input) };
  if (hover?.type === 'edge') return { ...base, ...aroundEdges(edges.filter(({ id }) => id === hover.id)) };
  if (caretMeaning !== null && caretMeaning.policy !== null) {
    const allowed = new Set(caretMeaning.allows.map(({ from, to }) => rowKey(from, to)));
    const lit = edges.filter(({ flows }) => flows.some((row) => allowed.has(keyOfRow(row, snapshot))));
    const around = aroundEdges(lit);
    return { ...base, edges: around.edges, items: new Set([...(around.items ?? []), ...ringed]) };
  }
  if (selectedEdge !== null) return { ...base, ...aroundEdges(edges.filter(({ id }) => id === selectedEdge)) };
  if (selectedItem !== null) return { ...base, ...aroundItem(selectedItem, input) };
  if (policy !== null && ringed.size > 0) {
    const lit = edges.filter(({ from, to }) => ringed.has(from) || ringed.has(to));
    return { ...base, edges: new Set(lit.map(({ id }) => id)), items: new Set([...ringed, ...endsOf(lit)]) };
  }
  return { ...base, ...matching(input) };
}

const rowKey = (from: string, to: string): string => `${from} → ${to}`;

function keyOfRow(row: number, { flows, workloads, externals }: WorkspaceSnapshot): string {
  const id = (node: number): string => (workloads[node] ?? externals[node - workloads.length])?.id ?? '';
  return rowKey(id(flows.from[row] ?? 0), id(flows.to[row] ?? 0));
}

/** The card, the collapsed namespace that holds it, or the item that stands for an external range among others. */
export function visibleItem(
  id: string,
  { items }: VisibleGraph,
  { workloads, externals }: WorkspaceSnapshot,
): ItemId | null {
  if (items.has(id)) return id;
  const label = externals.find((external) => external.id === id)?.label;
  if (label !== undefined) {
    return [manySources, manyDestinations].find((hub) => listsRange(items.get(hub), label)) ?? null;
  }
  const workload =
    workloads.find((candidate) => candidate.id === id) ??
    workloads.find((it) => id.startsWith(`${it.namespace}/Pod/`) && it.pods.some((pod) => pod.id === id));
  if (workload === undefined) return null;
  if (items.has(workload.id)) return workload.id;
  const namespace = namespaceItem(workload.namespace);
  return items.has(namespace) ? namespace : null;
}

const listsRange = (item: Item | undefined, label: string): boolean =>
  item?.type === 'external' && item.ranges.includes(label);

function itemOfSelection(selection: Selection | null, { graph, snapshot }: EmphasisInput): ItemId | null {
  switch (selection?.type) {
    case 'namespace':
      return graph.items.has(namespaceItem(selection.id)) ? namespaceItem(selection.id) : null;
    case 'workload':
    case 'external':
      return visibleItem(selection.id, graph, snapshot);
    case 'pod':
      return visibleItem(selection.workload, graph, snapshot);
    case 'flows':
      // The item that stands for several external ranges is selected as its flows.
      return [selection.from, selection.to].find((id) => isHub(graph.items.get(id)) && !endsAt(id, selection)) ?? null;
    default:
      return null;
  }
}

const isHub = (item: Item | undefined): boolean => item?.type === 'external' && item.isHub;

/** Whether the other end is drawn too, so that the selection is one line and not the whole item. */
const endsAt = (id: ItemId, { from, to }: { from: string; to: string }): boolean =>
  (id === from ? to : from) !== 'the cluster';

function isSelectedEdge(edge: DrawnEdge, selection: Selection | null): boolean {
  if (selection?.type === 'flow') return edge.pair?.from === selection.from && edge.pair.to === selection.to;
  if (selection?.type === 'flows') {
    return edge.from === selection.from && edge.to === selection.to && edge.flows[0] === selection.flows[0];
  }
  return false;
}

const endsOf = (edges: readonly DrawnEdge[]): ItemId[] => edges.flatMap(({ from, to }) => [from, to]);

const aroundEdges = (lit: readonly DrawnEdge[]): Pick<Emphasis, 'items' | 'edges'> => ({
  edges: new Set(lit.map(({ id }) => id)),
  items: new Set(endsOf(lit)),
});

function aroundItem(id: ItemId, { graph, edges, isOverview }: EmphasisInput): Pick<Emphasis, 'items' | 'edges'> {
  const own = new Set([id]);
  const focused = graph.items.get(id);
  // Seen from afar, a card's lines begin at its frame.
  if (isOverview && focused?.type === 'card') own.add(focused.frame);
  for (const item of graph.items.values()) if (item.type === 'card' && item.frame === id) own.add(item.id);
  const lit = edges.filter(({ from, to }) => own.has(from) || own.has(to));
  const { edges: litEdges, items } = aroundEdges(lit);
  return { edges: litEdges, items: new Set([...(items ?? []), ...own]) };
}

function matching({ graph, snapshot, edges, search }: EmphasisInput): Pick<Emphasis, 'items' | 'edges'> {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return { items: null, edges: null };
  const words = new Map<ItemId, string>();
  for (const item of graph.items.values()) words.set(item.id, wordsOf(item));
  for (const { id, namespace, labels, services, pods } of snapshot.workloads) {
    const item = graph.items.has(id) ? id : namespaceItem(namespace);
    const own = [
      id,
      ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
      ...services,
      ...pods.flatMap((pod) => [pod.name, ...pod.ips]),
    ];
    words.set(item, `${words.get(item) ?? ''} ${own.join(' ')}`);
  }
  const items = new Set([...words].filter(([, text]) => text.toLowerCase().includes(wanted)).map(([id]) => id));
  return {
    items,
    edges: new Set(edges.filter(({ from, to }) => items.has(from) || items.has(to)).map(({ id }) => id)),
  };
}

function wordsOf(item: Item): string {
  if (item.type === 'external') return `${item.label} ${item.ranges.join(' ')}`;
  if (item.type === 'card') return `${item.namespace}/${item.name} ${item.kind} ${item.ports.join(' ')}`;
  return item.name;
}
