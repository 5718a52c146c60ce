import type { Cluster } from '../cluster/Cluster.ts';
import { listKeys } from '../labels/listKeys.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Origin, PodSelection, Tier } from './PolicyRule.ts';

/** Labels whose value differs from pod to pod or from revision to revision, by the kind whose controller sets them. */
const controllerLabels: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  ReplicaSet: ['pod-template-hash'],
  StatefulSet: ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: ['controller-uid', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index'],
  CronJob: ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid'],
};

/**
 * LABELS_ASSUMED, warning, once per workload of whose pods only the template is in the import while some policy selects
 * pods by a label that the workload's controller adds: the verdicts take it as absent. Stands at the first such policy or
 * peer; args `workload`, `label` and `policy`.
 */
export const findAssumedPodLabels = (
  { workloads, pods }: Pick<Cluster, 'workloads' | 'pods'>,
  tiers: readonly Tier[],
): readonly Problem[] => {
  const asked = listAskedLabels(tiers);
  if (asked.length === 0) return [];
  return workloads.flatMap(({ id, kind, namespace, pods: own }): readonly Problem[] => {
    const pod = pods[own[0] ?? -1];
    if (pod?.representative !== true) return [];
    const first = asked.find(
      ({ label, of: { namespaces } }) =>
        controllerLabels[kind]?.includes(label) === true &&
        !Object.hasOwn(pod.labels, label) &&
        (namespaces.type === 'selected' || namespaces.name === namespace),
    );
    if (first === undefined) return [];
    const { label, policy, origin } = first;
    const at = { file: origin.file, start: origin.range.start, end: origin.range.end };
    return [{ code: 'LABELS_ASSUMED', severity: 'warning', at, args: { workload: id, label, policy } }];
  });
};

/** A selection that looks at a label which some controller adds. */
interface AskedLabel {
  readonly label: string;
  readonly of: PodSelection;
  readonly policy: string;
  readonly origin: Origin;
}

const listAskedLabels = (tiers: readonly Tier[]): readonly AskedLabel[] => {
  const known = new Set(Object.values(controllerLabels).flat());
  const asked: AskedLabel[] = [];
  const note = (of: PodSelection, policy: string, origin: Origin): void => {
    for (const label of listKeys(of.pods)) if (known.has(label)) asked.push({ of, policy, origin, label });
  };
  for (const { policies } of tiers) {
    for (const { id, subject, rules, origin } of policies) {
      note(subject, id, { ...origin, range: { start: origin.range.start, end: origin.range.start } });
      for (const { peers } of rules) {
        for (const peer of peers ?? []) if (peer.type === 'pods') note(peer.selection, id, peer.origin);
      }
    }
  }
  return asked;
};
