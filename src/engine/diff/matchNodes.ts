import { formatIpRanges } from '../net/formatIpSet.ts';
import { compareText } from './compareText.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import { refineAddresses } from './refineAddresses.ts';
import type { DiffNode } from './WorkspaceDiff.ts';

/** The ends of flows on both sides, matched: workloads by id, external addresses by the addresses. */
export interface MatchedNodes {
  readonly nodes: readonly DiffNode[];
  readonly workloadCount: number;
  /** By node, its number on each side (workloads first, then externals, as in flow columns); -1: not there. */
  readonly numbers: Sides<Int32Array>;
  /** By a side's number, the nodes it is: one for a workload, several for external addresses that the other side cuts. */
  readonly nodesOf: Sides<readonly (readonly number[])[]>;
}

export const matchNodes = (sides: Sides<DiffSide>): MatchedNodes => {
  const workloads = matchWorkloads(sides);
  const pieces = refineAddresses(
    mapSides(sides, ({ connectivity }) => connectivity.externals.map(({ addresses }) => addresses)),
  );
  const nodes = [
    ...workloads,
    ...pieces.map((piece): DiffNode => {
      return { type: 'external', id: `external:${formatIpRanges(piece.addresses)[0]}`, ...piece };
    }),
  ];
  const numbers = mapSides(sides, ({ cluster }, side) =>
    Int32Array.from(nodes, (node) => (node.type === 'workload' ? node[side] : cluster.workloads.length + node[side])),
  );
  return {
    nodes,
    workloadCount: workloads.length,
    numbers,
    nodesOf: mapSides(sides, ({ cluster, connectivity }, side) => {
      const lists = Array.from(
        { length: cluster.workloads.length + connectivity.externals.length },
        (): number[] => [],
      );
      numbers[side].forEach((number, node) => lists[number]?.push(node));
      return lists;
    }),
  };
};

function matchWorkloads({ before, after }: Sides<DiffSide>): DiffNode[] {
  const old = new Map(before.cluster.workloads.map((workload) => [workload.id, workload]));
  const now = new Map(after.cluster.workloads.map((workload) => [workload.id, workload]));
  return [...new Set([...old.keys(), ...now.keys()])].sort(compareText).map((id) => {
    const { kind, namespace, name } = (now.get(id) ?? old.get(id))!;
    const position = { before: old.get(id)?.index ?? -1, after: now.get(id)?.index ?? -1 };
    return { type: 'workload', id, kind, namespace, name, ...position };
  });
}
