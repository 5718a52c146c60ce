import type { PlanWarning, Refusal } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import { chooseLabels } from './chooseLabels.ts';
import { refuse } from './EndPlan.ts';
import { writeRule, type EndOption } from './listRuleAdditions.ts';
import type { NeededEnd } from './NeededEnd.ts';
import { listIsolated, type PlanningBase } from './PlanningBase.ts';
import { choosePolicyName } from './policyName.ts';
import { warnOfSharedLabels } from './toPeerItems.ts';

/**
 * A new policy that opens an end. It selects only pods that are isolated in its direction already and states that one
 * direction, so that it closes nothing. Refused (NO_LABELS) when labels can not say so.
 */
export function createPolicy(base: PlanningBase, needed: NeededEnd): EndOption | Refusal {
  const { direction, subject, other, isolated } = needed;
  const { cluster } = base.connectivity;
  const { namespace } = subject.workload;
  const neighbours = cluster.pods.filter((pod) => pod.namespace === namespace);
  const choice = chooseLabels(isolated, { neighbours, selector: subject.workload.selector });
  if (choice === null) return refuse('NO_LABELS', { workload: subject.id });
  const sharedPods = neighbours.filter((pod) => choice.shared.includes(pod.workload) && !pod.hostNetwork);
  const openPods = sharedPods.length - listIsolated(base, { direction, pods: sharedPods }).length;
  if (openPods > 0) return refuse('NO_LABELS', { workload: subject.id, others: choice.shared.join(', ') });
  const written = writeRule(base, needed, namespace);
  if (written === null) return refuse('NO_LABELS', { workload: other.id });

  const { file, path, style, statesNamespace } = choosePolicyFile(base, needed);
  const name = choosePolicyName(base, needed);
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace }) },
    spec: {
      podSelector: { matchLabels: choice.labels },
      policyTypes: [direction === 'ingress' ? 'Ingress' : 'Egress'],
      [direction]: [written.rule],
    },
  };
  const warnings: readonly PlanWarning[] = [...warnOfSharedLabels(subject.name, choice), ...written.warnings];
  return { end: { type: 'append', file, path, value, style }, warnings };
}
