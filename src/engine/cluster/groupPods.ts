import type { KubernetesObject, PodObject, WorkloadObject } from '../manifest/KubernetesObject.ts';
import { findController } from './findController.ts';
import type { Controller } from './findController.ts';

/** A workload to be: what it is called, its own object or one that it owns with a pod template, its running pods. */
export interface PodGroup {
  readonly controller: Controller;
  /** The object of the workload itself. */
  readonly object: WorkloadObject | null;
  /** `object`, or a ReplicaSet or Job of an owner that is not in the import. */
  readonly template: WorkloadObject | null;
  readonly pods: readonly PodObject[];
}

interface GrowingGroup {
  readonly controller: Controller;
  object: WorkloadObject | null;
  template: WorkloadObject | null;
  readonly pods: PodObject[];
}

/**
 * Pods and templates by the workload they belong to, in the order of the import. Completed pods are no longer on the
 * network and left out (docs/semantics); a workload whose pods all are, such as a finished Job, stays with its
 * template, which says what its next run may do.
 */
export const groupPods = (objects: readonly KubernetesObject[]): readonly PodGroup[] => {
  const workloads = new Map(objects.filter((object) => object.type === 'workload').map((it) => [it.id, it]));
  const groups = new Map<string, GrowingGroup>();
  const groupOf = (object: PodObject | WorkloadObject): GrowingGroup => {
    const controller = findController(object, workloads);
    const group = groups.get(controller.id) ?? { controller, object: null, template: null, pods: [] };
    groups.set(controller.id, group);
    return group;
  };
  for (const object of objects) {
    if (object.type === 'workload') {
      const group = groupOf(object);
      if ((object.id as string) === group.controller.id) group.object = object;
      group.template = chooseTemplate(group, object);
    } else if (object.type === 'pod' && !object.completed) groupOf(object).pods.push(object);
  }
  return [...groups.values()];
};

/** Its own object first; of several ReplicaSets one that is scaled up, old revisions being kept at 0. */
const chooseTemplate = ({ object, template }: GrowingGroup, candidate: WorkloadObject): WorkloadObject => {
  if (object !== null) return object;
  return template === null || (template.replicas === 0 && candidate.replicas !== 0) ? candidate : template;
};
