import type { Cluster, Workload } from '../cluster/Cluster.ts';
import { standsInFront } from '../cluster/resolvePortOffers.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { Knowledge } from '../connectivity/createKnowledge.ts';
import { matchSelection } from '../connectivity/matchesPeer.ts';
import type { KubernetesObject, ObjectSource } from '../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { FileRange } from '../manifest/SourceFile.ts';
import type { Direction, Policy, Tier } from '../policy/PolicyRule.ts';
import type {
  DocumentView,
  KindCount,
  PodView,
  PolicyView,
  ShieldState,
  WorkloadView,
  WorkspaceSnapshot,
} from '../WorkspaceSnapshot.ts';

export interface SnapshotInput {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  readonly problems: readonly Problem[];
  readonly notEvaluated: readonly KubernetesObject[];
}

/** The analysis as the screen needs it: rows and columns instead of objects that refer to each other. */
export function toWorkspaceSnapshot(input: SnapshotInput): WorkspaceSnapshot {
  const { cluster, connectivity } = input;
  return {
    namespaces: cluster.namespaces.map(({ name, labels, described, source }) => ({
      name,
      labels,
      described,
      at: toPlace(source),
    })),
    ...toWorkloadsAndPolicies(input),
    externals: connectivity.externals.map(({ id, label, ranges }) => ({ id, label, ranges })),
    ...toFlowTable(connectivity),
    documents: toDocuments(input.manifests),
    problems: input.problems,
    otherKinds: countKinds(input.manifests.objects.filter((object) => object.type === 'other')),
    notEvaluated: countKinds(input.notEvaluated),
    profile: connectivity.profile.name,
  };
}

const toPlace = (source: ObjectSource | null): FileRange | null =>
  source && { file: source.file, start: source.range.start, end: source.range.end };

function toWorkloadsAndPolicies({ cluster, tiers, connectivity }: SnapshotInput): {
  workloads: WorkloadView[];
  policies: PolicyView[];
} {
  const policies = tiers.flatMap((tier) => tier.policies);
  const selects = policies.map((policy) => resolveSubject(policy, cluster, connectivity.knowledge));
  const policiesOf = new Map<number, number[]>();
  selects.forEach((workloads, policy) =>
    workloads.forEach((workload) => policiesOf.set(workload, [...(policiesOf.get(workload) ?? []), policy])),
  );
  const closed = findClosedEnds(connectivity);
  return {
    workloads: cluster.workloads.map((workload) =>
      toWorkload(workload, cluster, connectivity, closed, policiesOf.get(workload.index) ?? []),
    ),
    policies: policies.map((policy, index) => ({
      id: policy.id,
      kind: policy.kind,
      namespace: policy.namespace,
      name: policy.name,
      isolates: policy.isolates,
      ruleCounts: { ingress: countRules(policy, 'ingress'), egress: countRules(policy, 'egress') },
      selects: selects[index] ?? [],
      at: { file: policy.origin.file, ...policy.origin.range },
    })),
  };
}

const countRules = (policy: Policy, direction: Direction): number =>
  policy.rules.filter((rule) => rule.direction === direction).length;

const resolveSubject = (policy: Policy, cluster: Cluster, knowledge: Knowledge): readonly number[] =>
  cluster.workloads
    .filter(({ pods }) => pods.some((pod) => matchSelection(policy.subject, cluster.pods[pod]!, knowledge) !== 'no'))
    .map(({ index }) => index);

/** Workloads that no flow enters (or leaves): isolated, and no rule admits anything. */
function findClosedEnds(connectivity: Connectivity): Record<Direction, ReadonlySet<number>> {
  const { from, to } = connectivity.flowColumns();
  const entered = new Set(to);
  const left = new Set(from);
  const without = (set: ReadonlySet<number>): ReadonlySet<number> =>
    new Set(connectivity.cluster.workloads.map(({ index }) => index).filter((index) => !set.has(index)));
  return { ingress: without(entered), egress: without(left) };
}

function toShield(
  pods: readonly number[],
  direction: Direction,
  connectivity: Connectivity,
  closed: boolean,
): ShieldState {
  const states = new Set(pods.map((pod) => connectivity.isolationOf(pod, direction)));
  if (states.size > 1) return 'mixed';
  if (states.has('open')) return 'open';
  if (states.has('uncertain')) return 'uncertain';
  return closed ? 'closed' : 'isolated';
}

function toWorkload(
  workload: Workload,
  cluster: Cluster,
  connectivity: Connectivity,
  closed: Record<Direction, ReadonlySet<number>>,
  policies: readonly number[],
): WorkloadView {
  const shield = (pods: readonly number[], direction: Direction): ShieldState =>
    toShield(pods, direction, connectivity, closed[direction].has(workload.index));
  const pods = workload.pods.map((pod) => cluster.pods[pod]!);
  return {
    id: workload.id,
    kind: workload.kind,
    namespace: workload.namespace,
    name: workload.name,
    replicas: workload.replicas,
    labels: workload.labels,
    ports: workload.ports,
    ingress: shield(workload.pods, 'ingress'),
    egress: shield(workload.pods, 'egress'),
    hostNetwork: workload.hostNetwork,
    pods: pods
      .filter((pod) => !pod.representative)
      .map((pod): PodView => ({
        id: pod.id,
        name: pod.name,
        ips: pod.ips,
        ingress: shield([pod.index], 'ingress'),
        egress: shield([pod.index], 'egress'),
        hostNetwork: pod.hostNetwork,
        at: { file: pod.source.file, ...pod.source.range },
      })),
    policies,
    services: cluster.services.filter((service) => standsInFront(service, pods)).map((service) => service.name),
    at: toPlace(workload.source ?? pods[0]?.source ?? null),
  };
}

/** Copies: the columns are handed over to the main thread, and the analysis keeps its own. */
function toFlowTable(connectivity: Connectivity): Pick<WorkspaceSnapshot, 'flows' | 'portSets'> {
  const { length, from, to, ports, partial, uncertain, byRule, openCount, omitted } = connectivity.flowColumns();
  return {
    flows: {
      length,
      from: from.slice(),
      to: to.slice(),
      ports: ports.slice(),
      partial: partial.slice(),
      uncertain: uncertain.slice(),
      byRule: byRule.slice(),
      openCount,
      omitted,
    },
    portSets: [...connectivity.portSets],
  };
}

const toDocuments = (manifests: ManifestSet): DocumentView[] =>
  manifests.files.flatMap((file) =>
    file.documents.map((document) => ({
      file: document.file,
      index: document.index,
      range: document.range,
      status: document.status,
      objects: document.objects.map(({ id, kind, name, namespace, source }) => ({
        id,
        kind,
        name,
        namespace,
        range: source.range,
      })),
    })),
  );

function countKinds(objects: readonly KubernetesObject[]): KindCount[] {
  const counts = new Map<string, KindCount>();
  for (const object of objects) {
    const key = `${object.apiVersion}/${object.kind}`;
    const known = counts.get(key);
    counts.set(
      key,
      known
        ? { ...known, count: known.count + 1 }
        : {
            apiVersion: object.apiVersion,
            kind: object.kind,
            count: 1,
            first: { file: object.source.file, ...object.source.range },
          },
    );
  }
  return [...counts.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.apiVersion.localeCompare(b.apiVersion));
}
