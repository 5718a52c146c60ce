import type { PlanWarning } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { chooseLabels, type LabelChoice } from './chooseLabels.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { PodsEnd, TargetEnd } from './resolveTarget.ts';
import { toCidrs } from './toCidrs.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** Items for a rule's `from` or `to`, and what they take in besides. */
export interface PeerItems {
  readonly items: readonly YamlValue[];
  readonly warnings: readonly PlanWarning[];
}

/**
 * By what peers name pods. exact: as narrowly as labels can · labels: these labels in any namespace · namespace: every pod
 * of the namespace.
 */
export type PeerForm = 'exact' | 'labels' | 'namespace';

/** The labels that select the pods of a workload; null when they carry none to select by. */
const chooseEndLabels = ({ connectivity: { cluster } }: PlanningBase, end: PodsEnd): LabelChoice | null =>
  chooseLabels(
    end.pods.filter(({ hostNetwork }) => !hostNetwork),
    {
      neighbours: cluster.pods.filter(({ namespace }) => namespace === end.namespace),
      selector: end.workload?.selector ?? null,
    },
  );

export const warnOfSharedLabels = (name: string, { shared }: LabelChoice): readonly PlanWarning[] =>
  shared.length === 0 ? [] : [{ code: 'LABELS_SHARED', args: { workload: name, others: shared.join(', ') } }];

/** Pods on the host network are out of every selector's reach. */
export const warnOfHostNetwork = (end: TargetEnd): readonly PlanWarning[] =>
  end.type === 'pods' && end.pods.some(({ hostNetwork }) => hostNetwork)
    ? [{ code: 'HOST_NETWORK', args: { workload: end.name } }]
    : [];

export const namespaceByName = (name: string): YamlValue => ({ matchLabels: { [nameLabel]: name } });

/**
 * The peers that are these ends, for a policy in `namespace`: by labels in the same namespace, by the namespace's name AND
 * labels (one item) in another, by the block that was asked for or the fewest CIDRs outside the cluster. Null when labels
 * can not name one of them.
 */
export function toPeerItems(
  base: PlanningBase,
  ends: readonly TargetEnd[],
  namespace: string,
  form: PeerForm = 'exact',
): PeerItems | null {
  const written = ends.map((end) => toItems(base, end, namespace, form));
  if (written.includes(null)) return null;
  const distinct = new Map<string, YamlValue>();
  for (const item of written.flatMap((peers) => peers?.items ?? [])) distinct.set(JSON.stringify(item), item);
  return { items: [...distinct.values()], warnings: written.flatMap((peers) => peers?.warnings ?? []) };
}

function toItems(base: PlanningBase, end: TargetEnd, namespace: string, form: PeerForm): PeerItems | null {
  if (end.type === 'addresses') return { items: toBlocks(end), warnings: [] };
  const isOwn = end.namespace === namespace;
  const namespaceSelector = namespaceByName(end.namespace);
  if (end.workload === null || form === 'namespace') {
    return { items: [isOwn ? { podSelector: {} } : { namespaceSelector }], warnings: warnOfHostNetwork(end) };
  }
  const choice = chooseEndLabels(base, end);
  if (choice === null) return null;
  const podSelector = { matchLabels: choice.labels };
  const warnings = [...warnOfSharedLabels(end.name, choice), ...warnOfHostNetwork(end)];
  if (form === 'labels') return { items: [{ namespaceSelector: {}, podSelector }], warnings };
  return { items: [isOwn ? { podSelector } : { namespaceSelector, podSelector }], warnings };
}

const toBlocks = (end: Extract<TargetEnd, { type: 'addresses' }>): readonly YamlValue[] => {
  if (end.block === null) return toCidrs(end.addresses).map((cidr) => ({ ipBlock: { cidr } }));
  const { cidr, except } = end.block;
  return [{ ipBlock: { cidr, ...(except.length > 0 && { except }) } }];
};
