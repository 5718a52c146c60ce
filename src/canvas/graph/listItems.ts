import type { ContainerPort, ShieldState, WorkloadView } from '../../engine/index.ts';
import { nameEnds } from '../../ui/nameEnds.ts';
import { rowVerdict, type MapFlows } from './MapFlows.ts';
import { namespaceItem, type CardItem, type ExternalItem, type Item, type ShieldCounts } from './VisibleGraph.ts';

export interface ItemOptions {
  readonly collapsed: ReadonlySet<string>;
  readonly expanded: ReadonlySet<string>;
  /** By node: whether it is drawn. Null: all are. */
  readonly shown: Uint8Array | null;
}

/** Everything that could be drawn, before the flows decide which external ranges matter. Items by number. */
export interface ItemList {
  /** Frames, collapsed namespaces, cards, external ranges. */
  readonly items: readonly Item[];
  /** The item that stands for a node of the snapshot, by its number; -1: none does. */
  readonly itemOfNode: Int32Array;
  /** The node that a card or an external range is; -1 for others. */
  readonly nodeOfItem: Int32Array;
  /** The frame around a card; -1 for others. */
  readonly frameOf: Int32Array;
  /** Cards in a frame, by the frame. */
  readonly cardsIn: Uint32Array;
  readonly externals: number;
  /** Numbers for the two items that can stand for many external ranges. */
  readonly hubs: { readonly in: number; readonly out: number };
}

export function listItems(index: MapFlows, { collapsed, expanded, shown }: ItemOptions): ItemList {
  const { snapshot, namespaceOf } = index;
  const { namespaces, workloads, externals } = snapshot;
  const isShown = (node: number): boolean => shown === null || shown[node] === 1;
  const inside = countInside(index);
  const flowsIn = countFlows(index, 'in');
  const flowsOut = countFlows(index, 'out');
  const policies = new Map<string, number>();
  for (const { namespace } of snapshot.policies) policies.set(namespace, (policies.get(namespace) ?? 0) + 1);
  const members: number[][] = namespaces.map(() => []);
  for (let node = 0; node < workloads.length; node += 1) members[namespaceOf[node]!]?.push(node);

  const endOfNamespace = nameEnds(namespaces.map(({ name }) => name));
  const endsIn = members.map((own) => nameEnds(own.map((node) => workloads[node]!.name)));
  const items: Item[] = [];
  const itemOfNamespace = new Int32Array(namespaces.length).fill(-1);
  namespaces.forEach(({ name, described }, at) => {
    const own = members[at] ?? [];
    const drawn = shown === null ? own.length : own.filter(isShown).length;
    const common = {
      id: namespaceItem(name),
      name,
      nameEnd: endOfNamespace(name),
      described,
      workloads: own.length,
      policies: policies.get(name) ?? 0,
      hidden: own.length - drawn,
    };
    const isEmpty = own.length === 0 && common.policies === 0 && !collapsed.has(name);
    if (isEmpty || (shown !== null && drawn === 0)) return;
    itemOfNamespace[at] = items.length;
    if (!collapsed.has(name)) items.push({ type: 'frame', ...common, inside: null });
    else {
      items.push({
        type: 'collapsed',
        ...common,
        ingress: countShields(own.map((node) => workloads[node]!.ingress)),
        egress: countShields(own.map((node) => workloads[node]!.egress)),
        inside: inside[at]!,
      });
    }
  });

  const itemOfNode = new Int32Array(index.nodeCount).fill(-1);
  const most = items.length + index.nodeCount + 2;
  const nodeOfItem = new Int32Array(most).fill(-1);
  const frameOf = new Int32Array(most).fill(-1);
  const cardsIn = new Uint32Array(most);
  workloads.forEach((workload, node) => {
    const home = itemOfNamespace[namespaceOf[node]!] ?? -1;
    if (!isShown(node) || home < 0) return;
    const frame = items[home]!;
    if (frame.type === 'collapsed') {
      itemOfNode[node] = home;
      return;
    }
    itemOfNode[node] = items.length;
    nodeOfItem[items.length] = node;
    frameOf[items.length] = home;
    cardsIn[home]! += 1;
    items.push(
      toCard(workload, {
        frame: frame.id,
        nameEnd: endsIn[namespaceOf[node]!]!(workload.name),
        isExpanded: expanded.has(workload.id),
        flowsIn: flowsIn[node]!,
        flowsOut: flowsOut[node]!,
      }),
    );
  });
  externals.forEach(({ id, label, ranges }, at) => {
    const node = workloads.length + at;
    if (!isShown(node)) return;
    itemOfNode[node] = items.length;
    nodeOfItem[items.length] = node;
    const rim = flowsIn[node]! > flowsOut[node]! ? 'right' : 'left';
    const counts = { flowsIn: flowsIn[node]!, flowsOut: flowsOut[node]! };
    items.push({ type: 'external', id, label, ranges, rim, ...counts, isHub: false } satisfies ExternalItem);
  });
  const hubs = { in: items.length, out: items.length + 1 };
  return { items, itemOfNode, nodeOfItem, frameOf, cardsIn, externals: externals.length, hubs };
}

function toCard(
  workload: WorkloadView,
  {
    frame,
    nameEnd,
    isExpanded,
    flowsIn,
    flowsOut,
  }: {
    readonly frame: string;
    readonly nameEnd: string;
    readonly isExpanded: boolean;
    readonly flowsIn: number;
    readonly flowsOut: number;
  },
): CardItem {
  return {
    type: 'card',
    id: workload.id,
    frame,
    kind: workload.kind,
    namespace: workload.namespace,
    name: workload.name,
    nameEnd,
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
    flowsIn,
    flowsOut,
    reachedFrom: null,
    reaches: null,
  };
}

/** One word per port number: `8080`, `UDP 514`, `53 TCP+UDP`. */
function formatContainerPorts(ports: readonly ContainerPort[]): readonly string[] {
  const [only] = ports;
  if (ports.length === 1 && only !== undefined)
    return [only.protocol === 'TCP' ? `${only.port}` : `${only.protocol} ${only.port}`];
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

/** By namespace: flows by rule between its own workloads. */
function countInside({ snapshot: { flows, namespaces }, namespaceOf, rows, verdicts }: MapFlows): Uint32Array {
  const counts = new Uint32Array(namespaces.length);
  for (const row of rows) {
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    const home = namespaceOf[from]!;
    if (verdicts[row] === rowVerdict.rule && from !== to && home >= 0 && home === namespaceOf[to]) counts[home]! += 1;
  }
  return counts;
}

/** By node: flows by rule with other nodes. */
function countFlows({ snapshot: { flows }, nodeCount, rows, verdicts }: MapFlows, end: 'in' | 'out'): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  const ends = end === 'in' ? flows.to : flows.from;
  for (const row of rows) {
    if (verdicts[row] === rowVerdict.rule && flows.from[row] !== flows.to[row]) counts[ends[row]!]! += 1;
  }
  return counts;
}
