import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { PodObject, WorkloadObject } from '../manifest/KubernetesObject.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { Cluster, Pod, Workload } from './Cluster.ts';
import { groupPods } from './groupPods.ts';
import type { PodGroup } from './groupPods.ts';
import { readNamespaces } from './readNamespaces.ts';

/**
 * Who is there: namespaces, workloads with their pods, Services. A workload has its real pods when the import has any,
 * else one representative made from its template. Pods are numbered workload by workload.
 */
export const readCluster = (manifests: ManifestSet): Cluster => {
  const pods: Pod[] = [];
  const workloads = groupPods(manifests.objects).flatMap((group, index): readonly Workload[] => {
    const own = toPods(group, pods.length);
    pods.push(...own);
    return toWorkload(group, index, own);
  });
  return {
    namespaces: readNamespaces(manifests.objects),
    workloads,
    pods,
    services: manifests.objects.filter((object) => object.type === 'service'),
  };
};

const toPods = ({ controller, template, pods }: PodGroup, first: number): readonly Pod[] => {
  if (pods.length > 0) return pods.map((pod, position) => toRealPod(pod, first + position, controller.id));
  return template === null ? [] : [toRepresentative(template, first, controller)];
};

const toRealPod = (pod: PodObject, index: number, workload: Pod['workload']): Pod => ({
  index,
  id: pod.id,
  namespace: pod.namespace,
  name: pod.name,
  labels: pod.labels,
  ports: pod.ports,
  ips: pod.ips,
  hostIp: pod.hostIp,
  hostNetwork: pod.hostNetwork,
  representative: false,
  workload,
  source: pod.source,
});

const toRepresentative = (
  { template: { labels, ports, hostNetwork }, selector, source }: WorkloadObject,
  index: number,
  { id, kind, namespace, name }: PodGroup['controller'],
): Pod => ({
  index,
  id,
  namespace,
  name,
  labels: kind === 'Job' && selector === null ? { ...labels, ...jobLabels(name) } : labels,
  ports,
  ips: [],
  hostIp: null,
  hostNetwork,
  representative: true,
  workload: id,
  source,
});

/**
 * What the Job controller adds to the template of a Job that brings no selector of its own (kubernetes
 * `pkg/registry/batch/job/strategy.go`). What other controllers add differs from pod to pod; nothing stands for that.
 */
const jobLabels = (name: string): LabelSet =>
  name.endsWith('*') ? {} : { 'job-name': name, 'batch.kubernetes.io/job-name': name };

const toWorkload = (
  { controller, object, template, pods }: PodGroup,
  index: number,
  own: readonly Pod[],
): readonly Workload[] => {
  const described = template?.template ?? own[0];
  if (described === undefined) return [];
  const { id, kind, namespace, name } = controller;
  const bare = kind === 'Pod' && own.length === 1;
  return [
    {
      index,
      id,
      kind,
      namespace,
      name,
      replicas: object?.replicas ?? (pods.length > 0 ? pods.length : null),
      pods: own.map((pod) => pod.index),
      labels: described.labels,
      ports: described.ports,
      selector: (object ?? template)?.selector ?? null,
      hostNetwork: described.hostNetwork,
      canHaveTwoPods: !bare,
      source: object?.source ?? (bare ? (own[0]?.source ?? null) : null),
    },
  ];
};
