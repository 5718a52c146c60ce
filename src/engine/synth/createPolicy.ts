import type { PlanWarning, Refusal } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { chooseLabels, type LabelChoice } from './chooseLabels.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import { refuse } from './EndPlan.ts';
import type { EndOption } from './EndOption.ts';
import type { NeededEnd } from './NeededEnd.ts';
import { listIsolated, type PlanningBase } from './PlanningBase.ts';
import { choosePolicyName } from './policyName.ts';
import type { PodsEnd } from './resolveTarget.ts';
import { warnOfSharedLabels } from './toPeerItems.ts';
import { breadthOf, describeRule, writeRule, type RuleForm } from './writeRule.ts';
import { policyTypes } from '../policy/policyTypes.ts';

/**
 * A new policy that opens an end. It selects only pods that are isolated in its direction already and states that one
 * direction, so that it closes nothing. Refused (NO_LABELS) when labels can not say so.
 */
export function createPolicy(base: PlanningBase, needed: NeededEnd, form: RuleForm): EndOption | Refusal {
  const { direction, subject, others } = needed;
  const { cluster } = base.connectivity;
  const { namespace } = subject;
  const choice = chooseSubject(base, needed);
  if (choice === null) return refuse('NO_LABELS', { workload: subject.id });
  const sharedPods = cluster.pods.filter(
    (pod) => pod.namespace === namespace && choice.shared.includes(pod.workload) && !pod.hostNetwork,
  );
  const openPods = sharedPods.length - listIsolated(base, { direction, pods: sharedPods }).length;
  if (openPods > 0) return refuse('NO_LABELS', { workload: subject.id, others: choice.shared.join(', ') });
  const written = writeRule(base, needed, namespace, form);
  if (written === null) return refuse('NO_LABELS', { workload: others[0]?.id ?? '' });
  const { file, path, style, statesNamespace } = choosePolicyFile(base, subject);
  const name = choosePolicyName(base, needed);
  const isWhole = Object.keys(choice.labels).length === 0;
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace }) },
    spec: {
      podSelector: isWhole ? {} : { matchLabels: choice.labels },
      policyTypes: [policyTypes[direction]],
      [direction]: [written.rule],
    },
  };
  const warnings: readonly PlanWarning[] = [...warnOfSharedLabels(subject.name, choice), ...written.warnings];
  const args = { policy: name, namespace, direction, file: path, ...describeRule(needed, form) };
  return {
    ends: [{ type: 'append', file, path, value, style }],
    way: { code: 'NEW_POLICY', args },
    breadth: breadthOf(form),
    warnings,
  };
}

/** What selects the isolated pods of the subject: every pod of a namespace only when all of them are. */
function chooseSubject(base: PlanningBase, { subject, isolated }: NeededEnd): LabelChoice | null {
  const { pods } = base.connectivity.cluster;
  const neighbours = pods.filter(({ namespace }) => namespace === subject.namespace);
  if (isWholeNamespace(subject, isolated.length)) return { labels: {}, shared: [] };
  return chooseLabels(isolated, { neighbours, selector: subject.workload?.selector ?? null });
}

const isWholeNamespace = ({ workload, pods }: PodsEnd, isolated: number): boolean =>
  workload === null && isolated === pods.filter(({ hostNetwork }) => !hostNetwork).length;
