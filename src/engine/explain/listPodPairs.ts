import type { Connectivity, EndpointRef, Locality, NodeRef } from '../connectivity/Connectivity.ts';

/** Two endpoints that can talk to each other. */
export interface EndpointPair {
  readonly from: EndpointRef;
  readonly to: EndpointRef;
  /**
   * Both refs are the same pod, and two replicas of it are meant rather than the pod and itself: the import shows only
   * one pod of a workload that can have two.
   */
  readonly replicas: boolean;
}

/** By class, the endpoints of a node. */
const groupByClass = (connectivity: Connectivity, node: NodeRef): readonly (readonly EndpointRef[])[] => {
  if (node.type !== 'workload') return [[node]];
  const groups = new Map<number, EndpointRef[]>();
  for (const index of connectivity.cluster.workloads[node.index]!.pods) {
    const key = connectivity.classOf(index);
    const group = groups.get(key) ?? [];
    group.push({ type: 'pod', index });
    groups.set(key, group);
  }
  return [...groups.values()];
};

const isOnHostNetwork = ({ cluster }: Connectivity, ref: EndpointRef): boolean =>
  ref.type === 'pod' && cluster.pods[ref.index]!.hostNetwork;

const localities = ['apart', 'maybe', 'local'] as const satisfies readonly Locality[];

/** One pair of different endpoints of the two groups for each way of being on one machine or not, where that matters. */
export const choosePairs = (
  connectivity: Connectivity,
  fromGroup: readonly EndpointRef[],
  toGroup: readonly EndpointRef[],
): readonly (EndpointPair & { readonly locality: Locality })[] => {
  const canBeLocal = [fromGroup[0]!, toGroup[0]!].some((ref) => isOnHostNetwork(connectivity, ref));
  const found = new Map<Locality, EndpointPair>();
  const wanted = canBeLocal ? localities.length : 1;
  for (const from of fromGroup) {
    for (const to of toGroup) {
      const isPods = from.type === 'pod' && to.type === 'pod';
      if (isPods && from.index === to.index) continue;
      const locality = canBeLocal && isPods ? connectivity.locality(from.index, to.index) : 'apart';
      if (!found.has(locality)) found.set(locality, { from, to, replicas: false });
      if (found.size === wanted) break;
    }
    if (found.size === wanted) break;
  }
  return localities.flatMap((locality) => {
    const pair = found.get(locality);
    return pair === undefined ? [] : { ...pair, locality };
  });
};

/**
 * The pairs of pods behind a pair of nodes, one for each kind that policies can tell apart; pairs across machines before
 * those on one. A pod named twice, or the workload of a bare pod, is the pod and itself. Empty for two externals.
 */
export const listPodPairs = (connectivity: Connectivity, from: NodeRef, to: NodeRef): readonly EndpointPair[] => {
  if (from.type === 'external' && to.type === 'external') return [];
  if (from.type === 'pod' && to.type === 'pod' && from.index === to.index) return [{ from, to, replicas: false }];
  if (from.type === 'workload' && to.type === 'workload' && from.index === to.index) {
    const workload = connectivity.cluster.workloads[from.index]!;
    if (workload.pods.length === 1) {
      const only: EndpointRef = { type: 'pod', index: workload.pods[0]! };
      return [{ from: only, to: only, replicas: workload.canHaveTwoPods }];
    }
  }
  const toGroups = groupByClass(connectivity, to);
  return groupByClass(connectivity, from).flatMap((fromGroup) =>
    toGroups.flatMap((toGroup) => choosePairs(connectivity, fromGroup, toGroup)),
  );
};
