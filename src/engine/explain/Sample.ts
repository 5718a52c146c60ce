import type { Connectivity, EndpointRef, FlowEnd } from '../connectivity/Connectivity.ts';

/** All endpoints of one class in one workload, or an external endpoint: nothing tells them apart but where they run. */
export interface Sample {
  /** Position in the list of samples. */
  readonly index: number;
  readonly end: FlowEnd;
  /** At least one; the first stands for all. */
  readonly endpoints: readonly EndpointRef[];
  readonly hostNetwork: boolean;
  /** Two different pods of it are in the import, or can exist. */
  readonly meetsItself: boolean;
}

/** Every endpoint, workload by workload, then the external ones. */
export const listSamples = ({ cluster, externals, classOf }: Connectivity): readonly Sample[] => {
  const samples: Sample[] = [];
  for (const workload of cluster.workloads) {
    const groups = new Map<number, EndpointRef[]>();
    for (const index of workload.pods) {
      const group = groups.get(classOf(index));
      if (group === undefined) groups.set(classOf(index), [{ type: 'pod', index }]);
      else group.push({ type: 'pod', index });
    }
    for (const endpoints of groups.values()) {
      samples.push({
        index: samples.length,
        end: { type: 'workload', index: workload.index },
        endpoints,
        hostNetwork: cluster.pods[endpoints[0]!.index]!.hostNetwork,
        meetsItself: endpoints.length > 1 || (workload.pods.length === 1 && workload.canHaveTwoPods),
      });
    }
  }
  for (const { index } of externals) {
    const ref = { type: 'external', index } as const;
    samples.push({ index: samples.length, end: ref, endpoints: [ref], hostNetwork: false, meetsItself: false });
  }
  return samples;
};
