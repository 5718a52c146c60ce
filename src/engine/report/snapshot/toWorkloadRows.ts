import type { Cluster, Workload } from '../../cluster/Cluster.ts';
import type { Connectivity } from '../../connectivity/Connectivity.ts';
import type { ObjectId } from '../../manifest/KubernetesObject.ts';
import type { Direction } from '../../policy/PolicyRule.ts';
import type { ShieldState, WorkloadRow } from '../../WorkspaceSnapshot.ts';
import { createServiceFinder } from './createServiceFinder.ts';
import { podFlags, toPodTable } from './PodTable.ts';
import { toPlace } from './toPlace.ts';

/** `policiesOf`: ids of the policies that select a workload, by its position. */
export const toWorkloadRows = (
  cluster: Cluster,
  connectivity: Connectivity,
  policiesOf: ReadonlyMap<number, readonly ObjectId[]>,
): readonly WorkloadRow[] => {
  const findServices = createServiceFinder(cluster.services);
  const flowing = markFlowingEnds(connectivity);
  return cluster.workloads.map((workload): WorkloadRow => {
    const toShield = (numbers: readonly number[], direction: Direction): ShieldState =>
      findShield(numbers, direction, connectivity, flowing[direction][workload.index] === 0);
    const pods = workload.pods.map((pod) => cluster.pods[pod]!);
    const real = pods.filter((pod) => !pod.representative);
    return {
      ...pickOwn(workload),
      ingress: toShield(workload.pods, 'ingress'),
      egress: toShield(workload.pods, 'egress'),
      podCount: real.length,
      podTable:
        real.length === 0
          ? null
          : toPodTable(real, ({ index, hostNetwork }) =>
              podFlags(toShield([index], 'ingress'), toShield([index], 'egress'), hostNetwork),
            ),
      policies: policiesOf.get(workload.index) ?? [],
      services: findServices(pods),
      at: toPlace(workload.source ?? pods[0]?.source ?? null),
    };
  });
};

const pickOwn = ({ id, kind, namespace, name, replicas, labels, ports, hostNetwork }: Workload) => ({
  id,
  kind,
  namespace,
  name,
  replicas,
  labels,
  ports,
  hostNetwork,
});

/** By node, 1 where a row enters it (or leaves it): an isolated end without one is closed. */
const markFlowingEnds = (connectivity: Connectivity): Record<Direction, Uint8Array> => {
  const { from, to, length } = connectivity.flowColumns();
  const nodes = connectivity.cluster.workloads.length + connectivity.externals.length;
  const entered = new Uint8Array(nodes);
  const left = new Uint8Array(nodes);
  for (let row = 0; row < length; row += 1) {
    left[from[row]!] = 1;
    entered[to[row]!] = 1;
  }
  return { ingress: entered, egress: left };
};

const findShield = (
  pods: readonly number[],
  direction: Direction,
  connectivity: Connectivity,
  isClosed: boolean,
): ShieldState => {
  const state = connectivity.isolationOf(pods[0]!, direction);
  if (pods.some((pod) => connectivity.isolationOf(pod, direction) !== state)) return 'mixed';
  if (state === 'isolated' && isClosed) return 'closed';
  return state;
};
