import type { LayoutNode, LayoutRequest } from './Layout.ts';
import type { ItemEdge } from './rankItems.ts';

/** A request, looked up: what stands in which frame, and who talks to whom. */
export interface LayoutModel {
  readonly nodes: ReadonlyMap<string, LayoutNode>;
  /** Frames with their nodes, in the order of the request. */
  readonly members: ReadonlyMap<string, readonly LayoutNode[]>;
  /** Nodes that stand beside the frames as their equals. */
  readonly free: readonly LayoutNode[];
  readonly rim: readonly LayoutNode[];
  /** Ids of nodes that share an edge, per node. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** Without loops and ends that are not there. */
  readonly edges: LayoutRequest['edges'];
  /** Edges that stay in a frame, by its id. */
  readonly inside: ReadonlyMap<string, LayoutRequest['edges']>;
}

export function createLayoutModel(request: LayoutRequest): LayoutModel {
  const nodes = new Map<string, LayoutNode>();
  const members = new Map<string, LayoutNode[]>(request.groups.map(({ id }) => [id, []]));
  const free: LayoutNode[] = [];
  const rim: LayoutNode[] = [];
  for (const node of request.nodes) {
    if (nodes.has(node.id)) continue;
    nodes.set(node.id, node);
    if (node.group !== null) {
      const group = members.get(node.group) ?? [];
      group.push(node);
      members.set(node.group, group);
    } else (node.rim === null ? free : rim).push(node);
  }
  const neighbours = new Map<string, string[]>();
  const join = (id: string, other: string): void => {
    const list = neighbours.get(id);
    if (list === undefined) neighbours.set(id, [other]);
    else list.push(other);
  };
  const edges = request.edges.filter(({ from, to }) => from !== to && nodes.has(from) && nodes.has(to));
  const inside = new Map<string, LayoutRequest['edges'][number][]>();
  for (const edge of edges) {
    join(edge.from, edge.to);
    join(edge.to, edge.from);
    const group = nodes.get(edge.from)?.group ?? null;
    if (group === null || group !== nodes.get(edge.to)?.group) continue;
    const there = inside.get(group);
    if (there === undefined) inside.set(group, [edge]);
    else there.push(edge);
  }
  return { nodes, members, free, rim, neighbours, edges, inside };
}

/** Edges between items, once each and weighted; `itemOf` is undefined for a node that belongs to none of them. */
export function edgesBetween(
  edges: LayoutRequest['edges'],
  itemOf: (nodeId: string) => number | undefined,
): readonly ItemEdge[] {
  const seen = new Map<number, Map<number, number>>();
  for (const edge of edges) {
    const from = itemOf(edge.from);
    const to = itemOf(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const there = seen.get(from) ?? new Map<number, number>();
    if (there.size === 0) seen.set(from, there);
    there.set(to, (there.get(to) ?? 0) + 1);
  }
  return [...seen].flatMap(([from, targets]) => [...targets].map(([to, weight]) => ({ from, to, weight })));
}
