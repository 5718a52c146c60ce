import type { Cluster } from '../cluster/Cluster.ts';
import { emptyPortSet, everyPort } from '../net/portAlgebra.ts';
import type { Tier } from '../policy/PolicyRule.ts';
import type { Profile } from '../policy/Profile.ts';
import { computeAddressSpace } from './computeAddressSpace.ts';
import { computeAdmissions } from './computeAdmissions.ts';
import { computeNodePlaces } from './computeNodePlaces.ts';
import { computePodClasses } from './computePodClasses.ts';
import { computeFlowColumns } from './computeFlowColumns.ts';
import type { Connectivity, EndpointRef, WorkloadFlow } from './Connectivity.ts';
import type { FlowColumns } from './FlowColumns.ts';
import { toWorkloadFlows } from './toWorkloadFlows.ts';

/**
 * Evaluates the policies of a cluster (docs/semantics). What the import does not say is taken as absent: an undescribed
 * namespace has its name's label only, a representative has no address. Work is done per pair of classes of pods, on
 * demand; the answer for a pod is a lookup. One tier is evaluated, a union; `profile` is carried along.
 */
export const computeConnectivity = (cluster: Cluster, tiers: readonly Tier[], profile: Profile): Connectivity => {
  const policies = tiers.flatMap((tier) => tier.policies);
  const addressSpace = computeAddressSpace(policies);
  const podClasses = computePodClasses(cluster, policies, addressSpace);
  const admissions = computeAdmissions(policies, podClasses, addressSpace);
  const places = computeNodePlaces(cluster.pods);
  const { classes, classOf } = podClasses;

  const toNode = (ref: EndpointRef): number => (ref.type === 'pod' ? classOf[ref.index]! : classes.length + ref.index);
  /** A pod and itself, or a pod and its own node. */
  const isExempt = (from: EndpointRef, to: EndpointRef): boolean =>
    from.type === 'pod' && to.type === 'pod' && (from.index === to.index || places.isLocal(from.index, to.index));

  const externalCount = addressSpace.externals.length;
  let columns: FlowColumns | undefined;
  const flowColumns = (): FlowColumns =>
    (columns ??= computeFlowColumns({ cluster, podClasses, admissions, places, externalCount }));
  let workloadFlows: readonly WorkloadFlow[] | undefined;
  const workloadPositions = new Map(cluster.workloads.map(({ id, index }) => [id, index]));

  return {
    cluster,
    tiers,
    profile,
    externals: addressSpace.externals,
    isolation: Array.from(classOf, (node) => ({
      ingress: admissions.isIsolated('ingress', node),
      egress: admissions.isIsolated('egress', node),
    })),
    flow: (from, to) =>
      isExempt(from, to) ? everyPort : admissions.table.get(admissions.flow(toNode(from), toNode(to))),
    admitted: (direction, from, to) => {
      if (from.type === 'external' && to.type === 'external') return emptyPortSet;
      if (isExempt(from, to)) return everyPort;
      const [node, other] = direction === 'egress' ? [from, to] : [to, from];
      return admissions.table.get(admissions.admitted(direction, toNode(node), toNode(other)));
    },
    flowToReplica: (pod) => admissions.table.get(admissions.flow(classOf[pod]!, classOf[pod]!)),
    isLocal: places.isLocal,
    classOf: (pod) => classOf[pod]!,
    flowColumns,
    portSets: admissions.table.sets,
    workloadFlows: () =>
      (workloadFlows ??= toWorkloadFlows(flowColumns(), admissions.table, {
        workloads: cluster.workloads.length,
        externals: externalCount,
      })),
    findWorkload: (id) => workloadPositions.get(id),
  };
};
