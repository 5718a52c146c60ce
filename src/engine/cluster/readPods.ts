import type { LabelSet } from '../labels/LabelSelector.ts';
import type { PodObject, WorkloadObject } from '../manifest/KubernetesObject.ts';
import type { Pod } from './Cluster.ts';
import type { PodGroup } from './groupPods.ts';
import { readPodAddresses } from './readPodAddresses.ts';

/** The pods of a namespace before, by the object that each was read from; several workloads may share a template. */
export type FormerPods = ReadonlyMap<PodObject | WorkloadObject, Pod>;

/** Pods numbered from `first` on: the real ones, else the one that stands for the template. */
export const readPods = (
  { controller, template, pods }: PodGroup,
  first: number,
  former: FormerPods,
): readonly Pod[] => {
  if (pods.length > 0) {
    return pods.map((pod, position) => {
      const index = first + position;
      return takeOver(former.get(pod), index, controller.id) ?? toRealPod(pod, index, controller.id);
    });
  }
  if (template === null) return [];
  return [takeOver(former.get(template), first, controller.id) ?? toRepresentative(template, first, controller)];
};

/** The pod as it was, but for its number. */
const takeOver = (former: Pod | undefined, index: number, workload: Pod['workload']): Pod | null => {
  if (former?.workload !== workload) return null;
  return former.index === index ? former : { ...former, index };
};

const toRealPod = (pod: PodObject, index: number, workload: Pod['workload']): Pod => ({
  index,
  id: pod.id,
  namespace: pod.namespace,
  name: pod.name,
  labels: pod.labels,
  ports: pod.ports,
  ips: pod.ips,
  addresses: readPodAddresses(pod),
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
  addresses: [],
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
