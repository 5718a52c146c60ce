import type { CaretMeaning, Selection } from '../../store/state.ts';
import { manyDestinations, manySources } from './bundleExternals.ts';
import type { MapFlows } from './MapFlows.ts';
import type { SearchWords } from './searchWords.ts';
import { namespaceItem, type DrawnEdge, type Item, type ItemId, type VisibleGraph } from './VisibleGraph.ts';

export type Hover = { readonly type: 'item'; readonly id: ItemId } | { readonly type: 'edge'; readonly id: string };

/** What stands out. Sets of null: everything is as bright as everything else. */
export interface Emphasis {
  readonly items: ReadonlySet<ItemId> | null;
  readonly edges: ReadonlySet<string> | null;
  /** What the lit lines are seen from: a line that begins there goes out, one that ends there comes in. Null: from nothing. */
  readonly focus: ReadonlySet<ItemId> | null;
  /** Items that flows from the focus go to, and that flows to it come from. */
  readonly targets: ReadonlySet<ItemId>;
  readonly sources: ReadonlySet<ItemId>;
  /** Selected by the policy at the caret, or by the selected policy. */
  readonly ringed: ReadonlySet<ItemId>;
  readonly selectedItem: ItemId | null;
  readonly selectedPod: string | null;
  readonly selectedEdge: string | null;
}

export interface EmphasisInput {
  readonly index: MapFlows;
  readonly graph: VisibleGraph;
  readonly edges: readonly DrawnEdge[];
  readonly selection: Selection | null;
  readonly hover: Hover | null;
  readonly caretMeaning: CaretMeaning | null;
  readonly search: string;
  readonly searchWords: SearchWords;
  /** `edges` lead from frame to frame. */
  readonly isOverview: boolean;
}

type Around = Pick<Emphasis, 'items' | 'edges' | 'focus' | 'targets' | 'sources'>;

const nobody: ReadonlySet<ItemId> = new Set<ItemId>([]);

/** The pointer wins over the caret, the caret over the selection, the selection over the search. */
export function computeEmphasis(input: EmphasisInput): Emphasis {
  const { graph, edges, selection, hover, caretMeaning, index } = input;
  const { workloads, policies } = index.snapshot;
  const selectedItem = itemOfSelection(selection, input);
  const selectedEdge = findSelectedEdge(edges, selection);
  const policy = selection?.type === 'policy' ? selection.id : null;
  const selects =
    caretMeaning?.selects ??
    (policy === null ? [] : (policies.find(({ id }) => id === policy)?.selects ?? [])).map(
      (node) => workloads[node]?.id ?? '',
    );
  const ringed = new Set(selects.map((id) => visibleItem(id, graph, index)).filter((id) => id !== null));
  if (caretMeaning !== null && caretMeaning.object !== null) {
    const item = visibleItem(caretMeaning.object, graph, index);
    if (item !== null) ringed.add(item);
  }
  const base = {
    ringed,
    selectedItem,
    selectedPod: selection?.type === 'pod' ? selection.id : null,
    selectedEdge,
  };
  // What was below the pointer may be gone without the pointer having moved: nothing is pointed at then.
  if (hover?.type === 'item' && graph.items.has(hover.id)) return { ...base, ...aroundItem(hover.id, input) };
  const pointedAt = hover?.type === 'edge' ? edges.filter(({ id }) => id === hover.id) : [];
  if (pointedAt.length > 0) return { ...base, ...aroundEdges(pointedAt) };
  if (caretMeaning !== null && caretMeaning.policy !== null) {
    const allowed = new Set(caretMeaning.allows.map(({ from, to }) => keyOf(index, from, to)));
    const { from, to } = index.snapshot.flows;
    const lit = edges.filter(({ flows }) => flows.some((row) => allowed.has(from[row]! * index.nodeCount + to[row]!)));
    const around = aroundEdges(lit);
    return { ...base, ...around, items: new Set([...(around.items ?? []), ...ringed]) };
  }
  if (selectedEdge !== null) return { ...base, ...aroundEdges(edges.filter(({ id }) => id === selectedEdge)) };
  if (selectedItem !== null) return { ...base, ...aroundItem(selectedItem, input) };
  if (policy !== null && ringed.size > 0) {
    const lit = edges.filter(({ from, to }) => ringed.has(from) || ringed.has(to));
    const around = aroundEdges(lit);
    return { ...base, ...around, items: new Set([...ringed, ...(around.items ?? [])]) };
  }
  return { ...base, ...matching(input) };
}

const keyOf = ({ nodeOf, nodeCount }: MapFlows, from: string, to: string): number =>
  (nodeOf.get(from) ?? -1) * nodeCount + (nodeOf.get(to) ?? -1);

/** The card, the collapsed namespace that holds it, or the item that stands for an external range among others. */
export function visibleItem(id: string, { items }: VisibleGraph, { snapshot, nodeOf }: MapFlows): ItemId | null {
  if (items.has(id)) return id;
  const { workloads, externals } = snapshot;
  const node = nodeOf.get(id);
  if (node !== undefined && node >= workloads.length) {
    const label = externals[node - workloads.length]!.label;
    return [manySources, manyDestinations].find((hub) => listsRange(items.get(hub), label)) ?? null;
  }
  const workload =
    node === undefined
      ? workloads.find((it) => id.startsWith(`${it.namespace}/Pod/`) && it.pods.some((pod) => pod.id === id))
      : workloads[node];
  if (workload === undefined) return null;
  if (items.has(workload.id)) return workload.id;
  const namespace = namespaceItem(workload.namespace);
  return items.has(namespace) ? namespace : null;
}

const listsRange = (item: Item | undefined, label: string): boolean =>
  item?.type === 'external' && item.ranges.includes(label);

function itemOfSelection(selection: Selection | null, { graph, index }: EmphasisInput): ItemId | null {
  switch (selection?.type) {
    case 'namespace':
      return graph.items.has(namespaceItem(selection.id)) ? namespaceItem(selection.id) : null;
    case 'workload':
    case 'external':
      return visibleItem(selection.id, graph, index);
    case 'pod':
      return visibleItem(selection.workload, graph, index);
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

function findSelectedEdge(edges: readonly DrawnEdge[], selection: Selection | null): string | null {
  if (selection?.type !== 'flow' && selection?.type !== 'flows') return null;
  return edges.find((edge) => isSelectedEdge(edge, selection))?.id ?? null;
}

function isSelectedEdge(edge: DrawnEdge, selection: Selection): boolean {
  if (selection.type === 'flow') return edge.pair?.from === selection.from && edge.pair.to === selection.to;
  if (selection.type !== 'flows') return false;
  return edge.from === selection.from && edge.to === selection.to && edge.flows[0] === selection.flows[0];
}

const aroundEdges = (lit: readonly DrawnEdge[]): Around => ({
  edges: new Set(lit.map(({ id }) => id)),
  items: new Set(lit.flatMap(({ from, to }) => [from, to])),
  focus: null,
  targets: nobody,
  sources: nobody,
});

function aroundItem(id: ItemId, { graph, edges, isOverview }: EmphasisInput): Around {
  const focus = new Set([id, ...(graph.members.get(id) ?? [])]);
  const focused = graph.items.get(id);
  // Seen from afar, a card's lines begin at its frame.
  if (isOverview && focused?.type === 'card') focus.add(focused.frame);
  const lit = new Set<string>();
  const targets = new Set<ItemId>();
  const sources = new Set<ItemId>();
  for (const { id: edge, from, to } of edges) {
    const goesOut = focus.has(from);
    const comesIn = focus.has(to);
    if (!goesOut && !comesIn) continue;
    lit.add(edge);
    if (goesOut && !comesIn) targets.add(to);
    if (comesIn && !goesOut) sources.add(from);
  }
  return { edges: lit, items: new Set([...focus, ...targets, ...sources]), focus, targets, sources };
}

function matching({ graph, edges, search, searchWords }: EmphasisInput): Around {
  const wanted = search.trim().toLowerCase();
  const plain = { items: null, edges: null, focus: null, targets: nobody, sources: nobody };
  if (wanted === '') return plain;
  const items = searchWords.find(wanted, graph);
  const lit = new Set<string>();
  for (const { id, from, to } of edges) if (items.has(from) || items.has(to)) lit.add(id);
  return { ...plain, items, edges: lit };
}
