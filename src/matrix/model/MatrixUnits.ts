import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { nameEnds } from '../../ui/nameEnds.ts';

/** A row or column by number: a node of the snapshot, or (from `nodeCount` on) a group. */
export type Unit = number;

/** The name of the group of everything outside the cluster; no namespace can have it. */
export const outsideGroup = '';

/** Nodes by group: a namespace each, and one for what is outside the cluster. Groups without nodes are left out. */
export interface MatrixUnits {
  readonly snapshot: WorkspaceSnapshot;
  readonly nodeCount: number;
  readonly groups: readonly MatrixGroup[];
  /** By node: position in `groups`. */
  readonly groupOf: Uint32Array;
  /** Workloads that share namespace and name with one of another kind. */
  readonly namesakes: ReadonlySet<number>;
  /** By unit: what its name must keep where it is cut (`nameEnds`); empty: nothing. */
  readonly ends: readonly string[];
}

export interface MatrixGroup {
  /** The namespace's name, or `outsideGroup`. */
  readonly name: string;
  readonly nodes: readonly number[];
}

export function listUnits(snapshot: WorkspaceSnapshot): MatrixUnits {
  const nodesOf = new Map<string, number[]>();
  const add = (name: string, node: number): void => {
    const known = nodesOf.get(name);
    if (known === undefined) nodesOf.set(name, [node]);
    else known.push(node);
  };
  snapshot.workloads.forEach(({ namespace }, node) => add(namespace, node));
  snapshot.externals.forEach((_, at) => add(outsideGroup, snapshot.workloads.length + at));
  const nodeCount = snapshot.workloads.length + snapshot.externals.length;
  const groups = [...nodesOf].map(([name, nodes]) => ({ name, nodes }));
  const groupOf = new Uint32Array(nodeCount);
  groups.forEach(({ nodes }, at) => nodes.forEach((node) => (groupOf[node] = at)));
  const namesakes = findNamesakes(snapshot);
  const ends = new Array<string>(nodeCount + groups.length).fill('');
  const endOfGroup = nameEnds(groups.map(({ name }) => name));
  groups.forEach(({ name, nodes }, at) => {
    ends[nodeCount + at] = endOfGroup(name);
    if (name === outsideGroup) return;
    const endOfNode = nameEnds(nodes.map((node) => snapshot.workloads[node]!.name));
    for (const node of nodes) {
      const { name: own, kind } = snapshot.workloads[node]!;
      ends[node] = namesakes.has(node) ? ` (${kind})` : endOfNode(own);
    }
  });
  return { snapshot, nodeCount, groups, groupOf, namesakes, ends };
}

function findNamesakes({ workloads }: WorkspaceSnapshot): ReadonlySet<number> {
  const first = new Map<string, number>();
  const namesakes = new Set<number>();
  workloads.forEach(({ namespace, name }, node) => {
    const other = first.get(`${namespace}/${name}`);
    if (other === undefined) first.set(`${namespace}/${name}`, node);
    else namesakes.add(other).add(node);
  });
  return namesakes;
}

export const groupOfUnit = ({ nodeCount, groups }: MatrixUnits, unit: Unit): MatrixGroup | null =>
  groups[unit - nodeCount] ?? null;

/** The nodes that a unit stands for. */
export const nodesOfUnit = (units: MatrixUnits, unit: Unit): readonly number[] =>
  groupOfUnit(units, unit)?.nodes ?? [unit];

export interface UnitName {
  readonly namespace: string | null;
  readonly name: string;
}

/** A node's namespace (null outside) and name, with its kind where the name alone would not tell; a group's name stands for itself. */
export function nameUnit(units: MatrixUnits, unit: Unit): UnitName {
  const { snapshot } = units;
  const group = groupOfUnit(units, unit);
  if (group !== null)
    return { namespace: null, name: group.name === outsideGroup ? 'Outside the cluster' : group.name };
  const workload = snapshot.workloads[unit];
  if (workload !== undefined) {
    const { namespace, name, kind } = workload;
    return { namespace, name: units.namesakes.has(unit) ? `${name} (${kind})` : name };
  }
  return { namespace: null, name: snapshot.externals[unit - snapshot.workloads.length]?.label ?? '' };
}

/** `shop/web`; the name alone for a group and outside the cluster. */
export function formatUnit(units: MatrixUnits, unit: Unit): string {
  const { namespace, name } = nameUnit(units, unit);
  return namespace === null ? name : `${namespace}/${name}`;
}
