import type { Pod } from './Cluster.ts';

/** Labels whose value differs from pod to pod or from revision to revision, by the kind whose controller sets them. */
const controllerLabels: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  ReplicaSet: ['pod-template-hash'],
  StatefulSet: ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: ['controller-uid', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index'],
  CronJob: ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid'],
};

const none: readonly string[] = [];

/** Every key that `listUnknownLabels` can give. */
export const everyControllerLabel: ReadonlySet<string> = new Set(Object.values(controllerLabels).flat());

/**
 * Labels that a pod may have beyond those of the import: those that its workload's controller adds to each pod, where
 * only the template is known and does not set them itself.
 */
export const listUnknownLabels = ({ representative, workload, labels }: Pod): readonly string[] => {
  if (!representative) return none;
  const [, kind = ''] = workload.split('/');
  const added = Object.hasOwn(controllerLabels, kind) ? controllerLabels[kind]! : none;
  return added.some((key) => Object.hasOwn(labels, key)) ? added.filter((key) => !Object.hasOwn(labels, key)) : added;
};
