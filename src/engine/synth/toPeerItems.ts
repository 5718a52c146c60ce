import type { PlanWarning } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { chooseLabels, type LabelChoice } from './chooseLabels.ts';
import type { IntentEnd, PlanningBase } from './PlanningBase.ts';
import { toCidrs } from './toCidrs.ts';

/** Items for a rule's `from` or `to`, and what they take in besides. */
export interface PeerItems {
  readonly items: readonly YamlValue[];
  readonly warnings: readonly PlanWarning[];
}

/** The labels that select the pods of an end; null when they carry none to select by. */
const chooseEndLabels = (
  { connectivity: { cluster } }: PlanningBase,
  end: Extract<IntentEnd, { type: 'workload' }>,
): LabelChoice | null =>
  chooseLabels(
    end.pods.filter(({ hostNetwork }) => !hostNetwork),
    {
      neighbours: cluster.pods.filter(({ namespace }) => namespace === end.workload.namespace),
      selector: end.workload.selector,
    },
  );

export const warnOfSharedLabels = (name: string, { shared }: LabelChoice): readonly PlanWarning[] =>
  shared.length === 0 ? [] : [{ code: 'LABELS_SHARED', args: { workload: name, others: shared.join(', ') } }];

/** Pods on the host network are out of every selector's reach. */
export const warnOfHostNetwork = (end: IntentEnd): readonly PlanWarning[] =>
  end.type === 'workload' && end.pods.some(({ hostNetwork }) => hostNetwork)
    ? [{ code: 'HOST_NETWORK', args: { workload: end.name } }]
    : [];

/**
 * The peer that is this end, for a policy in `namespace`: by labels in the same namespace, by the namespace's name AND
 * labels (one item) in another, by the fewest CIDRs outside the cluster. Null when labels can not name it.
 */
export function toPeerItems(base: PlanningBase, end: IntentEnd, namespace: string): PeerItems | null {
  if (end.type === 'external') {
    return { items: toCidrs(end.external.addresses).map((cidr) => ({ ipBlock: { cidr } })), warnings: [] };
  }
  const choice = chooseEndLabels(base, end);
  if (choice === null) return null;
  const podSelector = { matchLabels: choice.labels };
  const own = end.workload.namespace;
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': own } };
  const item: YamlValue = own === namespace ? { podSelector } : { namespaceSelector, podSelector };
  return { items: [item], warnings: [...warnOfSharedLabels(end.name, choice), ...warnOfHostNetwork(end)] };
}
