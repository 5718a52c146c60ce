import type { Cluster, WorkloadId } from '../cluster/Cluster.ts';
import { runSteps, type Steps } from '../manifest/Steps.ts';
import { emptyPortSet, everyPort, subtractPorts } from '../net/portAlgebra.ts';
import type { Tier } from '../policy/PolicyRule.ts';
import { kubernetesProfile } from '../policy/Profile.ts';
import type { Profile } from '../policy/Profile.ts';
import { computeAdmissions } from './computeAdmissions.ts';
import type { AdmissionNode, AdmittedIds } from './computeAdmissions.ts';
import { computeClasses } from './computeClasses.ts';
import { computeFlowColumns } from './computeFlowColumns.ts';
import type { FlowSources } from './computeFlowColumns.ts';
import { computeNodePlaces } from './computeNodePlaces.ts';
import type { Admitted, Connectivity, EndpointRef, WorkloadFlow } from './Connectivity.ts';
import { createKnowledge } from './createKnowledge.ts';
import { createRowTable } from './createRowTable.ts';
import type { FlowColumns } from './FlowColumns.ts';
import { listFlowEnds, toExternalEnd } from './listFlowEnds.ts';
import { updateFlowColumns } from './updateFlowColumns.ts';
import type { FormerFlows } from './updateFlowColumns.ts';
import { toWorkloadFlows } from './toWorkloadFlows.ts';

export interface EvaluationOptions {
  /** Default: the Kubernetes specification. It is carried along. */
  readonly profile?: Profile;
  /** Take what the import does not say as absent instead of uncertain (docs/semantics). */
  readonly assumeComplete?: boolean;
  /** The evaluation before a change; it makes this one faster and never different. */
  readonly previous?: Connectivity | undefined;
}

/** `computeConnectivityInSteps` at once. */
export const computeConnectivity = (
  cluster: Cluster,
  tiers: readonly Tier[],
  options: EvaluationOptions = {},
): Connectivity => runSteps(computeConnectivityInSteps(cluster, tiers, options));

/**
 * Evaluates the policies of a cluster (docs/semantics). Work is done per pair of classes of pods that policies can tell
 * apart, and only for pairs that a rule speaks of; the answer for a pod is a lookup. One tier is evaluated, a union.
 */
export function* computeConnectivityInSteps(
  cluster: Cluster,
  tiers: readonly Tier[],
  options: EvaluationOptions = {},
): Steps<Connectivity> {
  const { profile = kubernetesProfile, assumeComplete = false, previous } = options;
  const knowledge = createKnowledge(cluster, { assumeComplete });
  const policies = tiers.flatMap((tier) => tier.policies);
  const { memory, compiled, addressSpace, classOf } = yield* computeClasses(
    cluster,
    policies,
    knowledge,
    previous?.memory,
  );
  const { table, ports, resolver, mentions, isolatingSets } = memory;
  const { classes } = table;
  yield;
  const rows = createRowTable({
    ports,
    selections: mentions.selections,
    resolver,
    table,
    addressSpace,
    assumesComplete: assumeComplete,
    memory: memory.rows,
  });
  const admissions = computeAdmissions({
    ports,
    classes,
    policies: compiled,
    resolver,
    isolatingSets,
    rows,
    assumesComplete: assumeComplete,
  });
  const places =
    memory.pods === cluster.pods && memory.nodePlaces !== null
      ? memory.nodePlaces
      : computeNodePlaces(cluster.pods, memory.places, knowledge);
  const externalCount = addressSpace.externals.length;

  const toNode = (ref: EndpointRef): AdmissionNode =>
    ref.type === 'pod' ? { type: 'class', index: classOf[ref.index]! } : ref;
  const toAdmitted = ({ lower, upper }: AdmittedIds, isPerhapsLocal: boolean): Admitted => {
    const certain = ports.get(lower);
    const perhaps = isPerhapsLocal ? everyPort : ports.get(upper);
    return { ports: certain, uncertain: perhaps === certain ? emptyPortSet : subtractPorts(perhaps, certain) };
  };
  /** How near two endpoints are to each other; `self` and `local` pairs are exempt from policies. */
  const nearness = (from: EndpointRef, to: EndpointRef) => {
    if (from.type === 'external' || to.type === 'external') return 'apart';
    return from.index === to.index ? 'self' : places.locality(from.index, to.index);
  };

  let former = previous?.memory.table === table ? previous.memory : null;
  const flowEnds = listFlowEnds({ cluster, classes, classOf, places, externalCount }, former?.flowEnds ?? null);
  const toSources = (): FlowSources => ({
    classes,
    classTable: table,
    admissions,
    ends: [...flowEnds.ends, ...addressSpace.externals.map(({ index }) => toExternalEnd(classes.length + index))],
    externals: addressSpace.externals,
    externalCount,
    hasHostPods: flowEnds.hasHostPods,
    placeCount: places.count,
    assumesComplete: assumeComplete,
  });
  let known: FormerFlows | null = null;
  const findFlows = function* (): Steps<FormerFlows> {
    if (known === null) {
      const sources = toSources();
      const before = former?.flows() ?? null;
      const columns = (before && updateFlowColumns(sources, before)) ?? (yield* computeFlowColumns(sources));
      known = { sources, columns };
      // Else each evaluation would hold all those before it.
      former = null;
    }
    return known;
  };
  const flowColumns = (): FlowColumns => runSteps(findFlows()).columns;
  let workloadFlows: readonly WorkloadFlow[] | undefined;
  let workloadPositions: ReadonlyMap<WorkloadId, number> | undefined;

  return {
    cluster,
    tiers,
    profile,
    knowledge,
    externals: addressSpace.externals,
    isolationOf: (pod, direction) => admissions.isolationOf(direction, classOf[pod]!),
    flow: (from, to) => {
      const near = nearness(from, to);
      if (near === 'self' || near === 'local') return everything;
      return toAdmitted(admissions.flow(toNode(from), toNode(to)), near === 'maybe');
    },
    admitted: (direction, from, to) => {
      if (from.type === 'external' && to.type === 'external') return nothing;
      const near = nearness(from, to);
      if (near === 'self' || near === 'local') return everything;
      const [node, other] = direction === 'egress' ? [from, to] : [to, from];
      return toAdmitted(admissions.admitted(direction, toNode(node), toNode(other)), near === 'maybe');
    },
    flowToReplica: (pod) => {
      const node: AdmissionNode = { type: 'class', index: classOf[pod]! };
      return toAdmitted(admissions.flow(node, node), cluster.pods[pod]!.hostNetwork && !assumeComplete);
    },
    locality: places.locality,
    classOf: (pod) => classOf[pod]!,
    flowColumns,
    flowColumnsInSteps: function* () {
      return (yield* findFlows()).columns;
    },
    portSets: ports.sets,
    workloadFlows: () => (workloadFlows ??= toWorkloadFlows(flowColumns(), ports, cluster)),
    findWorkload: (id) =>
      (workloadPositions ??= new Map(cluster.workloads.map(({ id: own, index }) => [own, index]))).get(id),
    memory: {
      ...memory,
      namespaces: cluster.namespaces,
      addressSpace,
      pods: cluster.pods,
      classOf,
      nodePlaces: places,
      flowEnds,
      flows: () => known,
    },
  };
}

const everything: Admitted = { ports: everyPort, uncertain: emptyPortSet };
const nothing: Admitted = { ports: emptyPortSet, uncertain: emptyPortSet };
