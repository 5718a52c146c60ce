import type { WorkloadId } from '../cluster/Cluster.ts';
import type { Connectivity, NodeRef } from './Connectivity.ts';

/**
 * The node of an id: `namespace/Kind/name` of a workload, `external:…`, or a pod's id; null when there is none. The id of
 * a bare pod is its workload's.
 */
export const findNode = (connectivity: Connectivity, id: string): NodeRef | null => {
  const workload = connectivity.findWorkload(id as WorkloadId);
  if (workload !== undefined) return { type: 'workload', index: workload };
  const external = connectivity.externals.find((endpoint) => endpoint.id === id);
  if (external !== undefined) return { type: 'external', index: external.index };
  const pod = connectivity.cluster.pods.find((candidate) => candidate.id === id);
  return pod === undefined ? null : { type: 'pod', index: pod.index };
};

/** The id that `findNode` finds it by. */
export const toNodeId = ({ cluster, externals }: Connectivity, node: NodeRef): string => {
  switch (node.type) {
    case 'workload':
      return cluster.workloads[node.index]!.id;
    case 'pod':
      return cluster.pods[node.index]!.id;
    case 'external':
      return externals[node.index]!.id;
  }
};
