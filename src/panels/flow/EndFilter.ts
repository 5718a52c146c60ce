import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { endpointAt, formatEndpoint } from '../node/Endpoint.ts';
import type { FlowFilter } from './FlowFilter.ts';

/** A condition on the ends of a flow: a set of nodes, and at which end one of them must be. */
export interface EndCondition {
  /** 1: the node is in the set. */
  readonly nodes: Uint8Array;
  readonly direction: FlowFilter['direction'];
}

/** What text and namespace of a filter ask of the ends; empty when they ask nothing. */
export function listEndConditions(snapshot: WorkspaceSnapshot, filter: FlowFilter): readonly EndCondition[] {
  const { direction } = filter;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const mark = (passes: (node: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: snapshot.workloads.length + snapshot.externals.length }, (_, node) =>
      passes(node) ? 1 : 0,
    );
  return [
    ...words.map((word) => ({
      direction,
      nodes: mark((node) => formatEndpoint(endpointAt(snapshot, node)).toLowerCase().includes(word)),
    })),
    ...(filter.namespace === null
      ? []
      : [{ direction, nodes: mark((node) => snapshot.workloads[node]?.namespace === filter.namespace) }]),
  ];
}

export const passesEnds = (conditions: readonly EndCondition[], from: number, to: number): boolean =>
  conditions.every(({ nodes, direction }) =>
    direction === 'from'
      ? nodes[from] === 1
      : direction === 'to'
        ? nodes[to] === 1
        : nodes[from] === 1 || nodes[to] === 1,
  );
