import { toPairCode, type FlowIndex, type ShieldState } from '../../engine/index.ts';
import type { MatrixOrder } from '../../store/state.ts';
import { clusterRows } from './clusterRows.ts';
import { createReachBits } from './createReachBits.ts';
import { formatUnit, outsideGroup, type MatrixUnits } from './MatrixUnits.ts';

/** All nodes in one order, and all groups (by position in `MatrixUnits.groups`). */
export interface UnitOrder {
  readonly nodes: readonly number[];
  readonly groups: readonly number[];
}

/** The order of rows and columns; ties go by name. What is outside the cluster stands last unless similarity decides. */
export function orderUnits(index: FlowIndex, units: MatrixUnits, order: MatrixOrder): UnitOrder {
  const byName = orderByName(units);
  if (order === 'name') return byName;
  if (order === 'similarity') return orderBySimilarity(index, units, byName);
  const weights = order === 'flows' ? countDecided(index) : weighIsolation(index);
  const weightOf = (nodes: readonly number[]): number => nodes.reduce((sum, node) => sum + weights[node]!, 0);
  const groups = units.groups.map(({ nodes }) =>
    order === 'flows' ? weightOf(nodes) : weightOf(nodes) / nodes.length,
  );
  const outside = units.snapshot.workloads.length;
  return {
    nodes: byName.nodes.toSorted((a, b) => Number(a >= outside) - Number(b >= outside) || weights[b]! - weights[a]!),
    groups: byName.groups.toSorted(
      (a, b) => Number(isOutside(units, a)) - Number(isOutside(units, b)) || groups[b]! - groups[a]!,
    ),
  };
}

const isOutside = ({ groups }: MatrixUnits, group: number): boolean => groups[group]?.name === outsideGroup;

/** By namespace and name, whatever the language of the browser. */
function orderByName(units: MatrixUnits): UnitOrder {
  const collator = new Intl.Collator('en', { numeric: true });
  const outside = units.snapshot.workloads.length;
  const names = Array.from({ length: units.nodeCount }, (_, node) => formatUnit(units, node));
  return {
    nodes: names
      .map((_, node) => node)
      // Ranges outside are in the order of their addresses already.
      .sort((a, b) => (a >= outside || b >= outside ? a - b : collator.compare(names[a]!, names[b]!) || a - b)),
    groups: units.groups
      .map((_, group) => group)
      .sort(
        (a, b) =>
          Number(isOutside(units, a)) - Number(isOutside(units, b)) ||
          collator.compare(units.groups[a]!.name, units.groups[b]!.name),
      ),
  };
}

/** By node: flows in and out that have a row: somebody decided them, or they are uncertain. */
function countDecided({ snapshot: { flows }, nodeCount }: FlowIndex): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  for (let row = 0; row < flows.length; row += 1) {
    counts[flows.from[row]!]! += 1;
    counts[flows.to[row]!]! += 1;
  }
  return counts;
}

const isolationWeight: Readonly<Record<ShieldState, number>> = {
  closed: 3,
  isolated: 2,
  mixed: 1,
  uncertain: 0.5,
  open: 0,
};

function weighIsolation({ snapshot, nodeCount }: FlowIndex): Float64Array {
  const weights = new Float64Array(nodeCount);
  snapshot.workloads.forEach(({ ingress, egress }, node) => {
    weights[node] = isolationWeight[ingress] + isolationWeight[egress];
  });
  return weights;
}

/** Nodes with like flows next to each other; and so for groups, by the flows of all their nodes. */
function orderBySimilarity(index: FlowIndex, units: MatrixUnits, byName: UnitOrder): UnitOrder {
  const bits = createReachBits(index, toPairCode('open'));
  const nodes = clusterRows(byName.nodes.map((node) => bits.ofNode(node))).map((at) => byName.nodes[at]!);
  const groups = clusterRows(byName.groups.map((group) => bits.ofNodes(units.groups[group]!.nodes)));
  return { nodes, groups: groups.map((at) => byName.groups[at]!) };
}
