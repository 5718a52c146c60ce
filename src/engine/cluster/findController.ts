import { workloadKinds } from '../manifest/KubernetesObject.ts';
import type { ObjectId, OwnerReference, PodObject, WorkloadObject } from '../manifest/KubernetesObject.ts';
import type { WorkloadId } from './Cluster.ts';

/** The thing that a pod belongs to, in the import or not. */
export interface Controller {
  readonly id: WorkloadId;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Workload objects of the import by id. */
export type WorkloadsById = ReadonlyMap<ObjectId, WorkloadObject>;

const createController = (kind: string, namespace: string, name: string): Controller => ({
  id: `${namespace}/${kind}/${name}` as WorkloadId,
  kind,
  namespace,
  name,
});

/**
 * What a pod or workload belongs to in the end: ownerReferences followed upwards as far as the import goes (Pod →
 * ReplicaSet → Deployment, Pod → Job → CronJob), and one step beyond it. Itself when nobody owns it; static pods, whose
 * owner is a Node, are their own.
 */
export const findController = (object: PodObject | WorkloadObject, workloads: WorkloadsById): Controller => {
  const visited = new Set<string>();
  let current = object;
  for (;;) {
    const { kind, namespace, name } = current;
    const own = createController(kind, namespace, name);
    const owner = findOwner(current);
    if (owner === null || visited.has(own.id)) return own;
    visited.add(own.id);
    const controller = createController(owner.kind, namespace, owner.name);
    const next = workloads.get(controller.id as string as ObjectId);
    if (next === undefined) return findDeployment(current, controller, workloads) ?? controller;
    current = next;
  }
};

/**
 * The owner that counts. Of a workload only another workload: a StatefulSet that an operator's custom resource owns is
 * still the StatefulSet that people know.
 */
const findOwner = ({ type, owners }: PodObject | WorkloadObject): OwnerReference | null => {
  const owner = owners.find(({ controller }) => controller) ?? owners[0];
  if (owner === undefined || owner.kind === '' || owner.name === '' || owner.kind === 'Node') return null;
  return type === 'pod' || (workloadKinds as readonly string[]).includes(owner.kind) ? owner : null;
};

/**
 * A pod whose ReplicaSet is not in the import, but the Deployment is: the Deployment controller names a ReplicaSet
 * `<deployment>-<pod-template-hash>`. Without that Deployment the ReplicaSet stays: another controller may have made it.
 */
const findDeployment = (
  { labels, namespace }: PodObject | WorkloadObject,
  { kind, name }: Controller,
  workloads: WorkloadsById,
): Controller | null => {
  const hash = labels['pod-template-hash'];
  if (kind !== 'ReplicaSet' || hash === undefined || !name.endsWith(`-${hash}`)) return null;
  const deployment = createController('Deployment', namespace, name.slice(0, -hash.length - 1));
  return workloads.has(deployment.id as string as ObjectId) ? deployment : null;
};
