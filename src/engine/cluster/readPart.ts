import type { NamespaceContent } from '../manifest/ManifestSet.ts';
import { keepEqual } from '../manifest/sortProblems.ts';
import type { NamespacePart, Pod, Workload } from './Cluster.ts';
import { groupPods } from './groupPods.ts';
import type { PodGroup } from './groupPods.ts';
import { readNamespace } from './readNamespace.ts';
import { readPods } from './readPods.ts';
import type { FormerPods } from './readPods.ts';

/** Where a namespace's numbers begin. */
export type PartStart = Pick<NamespacePart, 'firstWorkload' | 'firstPod'>;

/** A namespace's share of the cluster; of `previous`, its share before, whatever stayed. */
export const readPart = (
  content: NamespaceContent,
  { firstWorkload, firstPod }: PartStart,
  previous: NamespacePart | undefined,
): NamespacePart => {
  const isSame = previous?.content === content;
  if (isSame && previous.firstWorkload === firstWorkload && previous.firstPod === firstPod) return previous;
  const groups = isSame ? previous.groups : groupPods(content.objects);
  const pods: Pod[] = [];
  const former = toFormerPods(previous);
  const formerWorkloads = new Map(previous?.workloads.map((workload) => [workload.id, workload]));
  const workloads = groups.map((group, position): Workload => {
    const own = readPods(group, firstPod + pods.length, former);
    for (const pod of own) pods.push(pod);
    return keepWorkload(toWorkload(group, firstWorkload + position, own), formerWorkloads.get(group.controller.id));
  });
  const services = content.objects.filter((object) => object.type === 'service');
  return {
    namespace: previous?.content.described === content.described ? previous.namespace : readNamespace(content),
    workloads: keepEqual(workloads, previous?.workloads),
    pods: keepEqual(pods, previous?.pods),
    services: keepEqual(services, previous?.services),
    firstWorkload,
    firstPod,
    content,
    groups,
  };
};

const toFormerPods = (previous: NamespacePart | undefined): FormerPods => {
  const former = new Map<PodGroup['pods'][number] | NonNullable<PodGroup['template']>, Pod>();
  let position = 0;
  for (const { template, pods } of previous?.groups ?? []) {
    for (const object of pods.length > 0 ? pods : template === null ? [] : [template]) {
      former.set(object, previous!.pods[position]!);
      position += 1;
    }
  }
  return former;
};

/** Groups have a template or a pod. */
const toWorkload = ({ controller, object, template, pods }: PodGroup, index: number, own: readonly Pod[]): Workload => {
  const { id, kind, namespace, name } = controller;
  const { labels, ports, hostNetwork } = template?.template ?? own[0]!;
  const bare = kind === 'Pod' && own.length === 1;
  return {
    index,
    id,
    kind,
    namespace,
    name,
    replicas: object?.replicas ?? (pods.length > 0 ? pods.length : null),
    pods: own.map((pod) => pod.index),
    labels,
    ports,
    selector: (object ?? template)?.selector ?? null,
    hostNetwork,
    canHaveTwoPods: !bare,
    source: object?.source ?? (bare ? (own[0]?.source ?? null) : null),
  };
};

const keepWorkload = (workload: Workload, former: Workload | undefined): Workload => {
  if (former === undefined) return workload;
  const isSame = (Object.keys(workload) as (keyof Workload)[]).every((key) =>
    key === 'pods' ? keepEqual(workload.pods, former.pods) === former.pods : workload[key] === former[key],
  );
  return isSame ? former : workload;
};
