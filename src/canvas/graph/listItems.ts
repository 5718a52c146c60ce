import type { ContainerPort, ShieldState, WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';
import {
  namespaceItem,
  type CardItem,
  type CollapsedItem,
  type ExternalItem,
  type FrameItem,
  type ItemId,
  type ShieldCounts,
} from './VisibleGraph.ts';

export interface ItemOptions {
  readonly collapsed: ReadonlySet<string>;
  readonly expanded: ReadonlySet<string>;
}

/** Everything that could be drawn, before the flows decide which external ranges matter. */
export interface ItemList {
  readonly frames: readonly FrameItem[];
  readonly collapsed: readonly CollapsedItem[];
  readonly cards: readonly CardItem[];
  readonly externals: readonly ExternalItem[];
  /** The item that stands for a node of the snapshot, by its number. */
  readonly itemOfNode: readonly ItemId[];
  /** The frame around a card, by the card's id. */
  readonly frameOf: ReadonlyMap<ItemId, ItemId>;
}

export function listItems(snapshot: WorkspaceSnapshot, { collapsed, expanded }: ItemOptions): ItemList {
  const flows = countFlows(snapshot);
  const byNamespace = new Map<string, WorkloadView[]>(snapshot.namespaces.map(({ name }) => [name, []]));
  for (const workload of snapshot.workloads) byNamespace.get(workload.namespace)?.push(workload);
  const policies = new Map<string, number>();
  for (const { namespace } of snapshot.policies) policies.set(namespace, (policies.get(namespace) ?? 0) + 1);

  const frames: FrameItem[] = [];
  const collapsedItems: CollapsedItem[] = [];
  for (const { name, described } of snapshot.namespaces) {
    const workloads = byNamespace.get(name) ?? [];
    const common = {
      id: namespaceItem(name),
      name,
      described,
      workloads: workloads.length,
      policies: policies.get(name) ?? 0,
    };
    if (collapsed.has(name)) {
      collapsedItems.push({
        type: 'collapsed',
        ...common,
        ingress: countShields(workloads.map(({ ingress }) => ingress)),
        egress: countShields(workloads.map(({ egress }) => egress)),
        inside: flows.inside.get(name) ?? 0,
      });
    } else if (workloads.length > 0 || common.policies > 0) frames.push({ type: 'frame', ...common, inside: null });
  }

  const frameOf = new Map<ItemId, ItemId>();
  const cards: CardItem[] = [];
  const itemOfNode: ItemId[] = [];
  snapshot.workloads.forEach((workload, node) => {
    const frame = namespaceItem(workload.namespace);
    if (collapsed.has(workload.namespace)) {
      itemOfNode.push(frame);
      return;
    }
    itemOfNode.push(workload.id);
    frameOf.set(workload.id, frame);
    cards.push(toCard(workload, { frame, isExpanded: expanded.has(workload.id), flows, node }));
  });
  const externals = snapshot.externals.map(({ id, label, ranges }, at): ExternalItem => {
    const node = snapshot.workloads.length + at;
    itemOfNode.push(id);
    const flowsIn = flows.in[node] ?? 0;
    const flowsOut = flows.out[node] ?? 0;
    return {
      type: 'external',
      id,
      label,
      ranges,
      rim: flowsIn > flowsOut ? 'right' : 'left',
      flowsIn,
      flowsOut,
      isHub: false,
    };
  });
  return { frames, collapsed: collapsedItems, cards, externals, itemOfNode, frameOf };
}

function toCard(
  workload: WorkloadView,
  { frame, isExpanded, flows, node }: { frame: ItemId; isExpanded: boolean; flows: FlowCounts; node: number },
): CardItem {
  return {
    type: 'card',
    id: workload.id,
    frame,
    kind: workload.kind,
    namespace: workload.namespace,
    name: workload.name,
    replicas: workload.replicas,
    ports: formatContainerPorts(workload.ports),
    ingress: workload.ingress,
    egress: workload.egress,
    hostNetwork: workload.hostNetwork,
    podCount: workload.podCount,
    pods:
      isExpanded && workload.podCount > 0
        ? workload.pods.map(({ id, name, ips, ingress, egress }) => ({ id, name, ip: ips[0] ?? '', ingress, egress }))
        : null,
    flowsIn: flows.in[node] ?? 0,
    flowsOut: flows.out[node] ?? 0,
    reachedFrom: null,
    reaches: null,
  };
}

/** One word per port number: `8080`, `UDP 514`, `53 TCP+UDP`. */
function formatContainerPorts(ports: readonly ContainerPort[]): readonly string[] {
  const protocolsOf = new Map<number, Set<string>>();
  for (const { port, protocol } of ports) {
    protocolsOf.set(port, (protocolsOf.get(port) ?? new Set()).add(protocol));
  }
  return [...protocolsOf].map(([port, protocols]) => {
    if (protocols.size > 1) return `${port} ${[...protocols].sort().join('+')}`;
    return protocols.has('TCP') ? `${port}` : `${[...protocols].join('')} ${port}`;
  });
}

function countShields(states: readonly ShieldState[]): ShieldCounts {
  const counts = { open: 0, isolated: 0, closed: 0, mixed: 0, uncertain: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

interface FlowCounts {
  readonly in: readonly number[];
  readonly out: readonly number[];
  /** By namespace: flows by rule between its own workloads. */
  readonly inside: ReadonlyMap<string, number>;
}

function countFlows({ flows, workloads, externals }: WorkspaceSnapshot): FlowCounts {
  const counts = {
    in: new Array<number>(workloads.length + externals.length).fill(0),
    out: new Array<number>(workloads.length + externals.length).fill(0),
    inside: new Map<string, number>(),
  };
  for (let row = 0; row < flows.length; row += 1) {
    const from = flows.from[row] ?? 0;
    const to = flows.to[row] ?? 0;
    if (flows.byRule[row] !== 1 || from === to) continue;
    counts.out[from] = (counts.out[from] ?? 0) + 1;
    counts.in[to] = (counts.in[to] ?? 0) + 1;
    const namespace = workloads[from]?.namespace;
    if (namespace !== undefined && namespace === workloads[to]?.namespace) {
      counts.inside.set(namespace, (counts.inside.get(namespace) ?? 0) + 1);
    }
  }
  return counts;
}
