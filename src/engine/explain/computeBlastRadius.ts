import type { Connectivity, NodeRef } from '../connectivity/Connectivity.ts';
import { findNode, toNodeId } from '../connectivity/findNode.ts';
import type { FlowColumns } from '../connectivity/FlowColumns.ts';
import { emptyPortSet, everyPort } from '../net/portAlgebra.ts';
import { emptyPortSetId } from '../net/PortSetTable.ts';
import type { BlastRadius, ReachedNode } from './BlastRadius.ts';
import { createFlowGraph } from './createFlowGraph.ts';
import { searchLevels } from './searchLevels.ts';
import type { Visit } from './searchLevels.ts';

/**
 * Everyone who can be reached from a workload or an external endpoint (`out`), or can reach it (`in`), over any number
 * of flows; null for an unknown id. A pod stands for its workload. Linear in the rows of the flow table: flows that are
 * open by default are no rows, and are gone through once for all nodes together.
 */
export const computeBlastRadius = (
  connectivity: Connectivity,
  id: string,
  direction: BlastRadius['direction'],
): BlastRadius | null => {
  const ref = findNode(connectivity, id);
  if (ref === null) return null;
  const columns = connectivity.flowColumns();
  const { ports, partial } = columns;
  const firstExternal = connectivity.cluster.workloads.length;
  const nodeCount = firstExternal + connectivity.externals.length;
  const start = toNumber(connectivity, ref);
  const search = { graph: createFlowGraph(columns, direction), nodeCount, firstExternal };
  const certain = searchLevels(
    { ...search, counts: (row) => ports[row] !== emptyPortSetId || partial[row] !== emptyPortSetId },
    [[start]],
  );
  const perhaps = searchLevels({ ...search, counts: () => true }, [[start], ...toLevels(certain)]);
  return {
    start: toNodeId(connectivity, numberToRef(start, firstExternal)),
    direction,
    reached: toReached(connectivity, columns, { certain, perhaps, start, firstExternal }),
    others: nodeCount - 1,
    omitted: columns.omitted,
  };
};

const toNumber = ({ cluster, findWorkload }: Connectivity, ref: NodeRef): number => {
  if (ref.type === 'external') return cluster.workloads.length + ref.index;
  return ref.type === 'workload' ? ref.index : findWorkload(cluster.pods[ref.index]!.workload)!;
};

const numberToRef = (node: number, firstExternal: number): NodeRef =>
  node < firstExternal ? { type: 'workload', index: node } : { type: 'external', index: node - firstExternal };

/** The nodes of one step, of two, … */
const toLevels = (visits: readonly Visit[]): readonly (readonly number[])[] => {
  const levels: number[][] = [];
  for (const { node, steps } of visits) (levels[steps - 1] ??= []).push(node);
  return levels;
};

interface Found {
  readonly certain: readonly Visit[];
  readonly perhaps: readonly Visit[];
  readonly start: number;
  readonly firstExternal: number;
}

const toReached = (
  connectivity: Connectivity,
  columns: FlowColumns,
  { certain, perhaps, start, firstExternal }: Found,
): readonly ReachedNode[] => {
  const all = [
    ...certain.map((visit) => ({ visit, certainty: 'certain' as const })),
    ...perhaps.map((visit) => ({ visit, certainty: 'perhaps' as const })),
  ].sort((a, b) => a.visit.steps - b.visit.steps || a.visit.node - b.visit.node);
  const positions = new Map(all.map(({ visit }, position) => [visit.node, position]));
  return all.map(({ visit: { node, steps, via, row }, certainty }) => ({
    id: toNodeId(connectivity, numberToRef(node, firstExternal)),
    steps,
    via: via === start ? null : positions.get(via)!,
    certainty,
    ...portsOf(connectivity, columns, row),
  }));
};

const portsOf = (
  { portSets }: Connectivity,
  { ports, partial, uncertain }: FlowColumns,
  row: number,
): Pick<ReachedNode, 'ports' | 'partial' | 'uncertain'> =>
  row < 0
    ? { ports: everyPort, partial: emptyPortSet, uncertain: emptyPortSet }
    : { ports: portSets[ports[row]!]!, partial: portSets[partial[row]!]!, uncertain: portSets[uncertain[row]!]! };
