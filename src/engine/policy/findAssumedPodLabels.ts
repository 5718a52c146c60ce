import type { Cluster } from '../cluster/Cluster.ts';
import { everyControllerLabel, listUnknownLabels } from '../cluster/listUnknownLabels.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Origin, PodSelection, Policy, Tier } from './PolicyRule.ts';

/**
 * LABELS_ASSUMED, warning, once per workload of whose pods only the template is in the import while some policy selects
 * pods by a label that the workload's controller adds. Stands at the first such policy or peer; args `workload`, `label`,
 * `policy`, and `taken`, how the verdicts take the label: as `unknown` or as `absent`.
 */
export const findAssumedPodLabels = (
  { workloads, pods }: Pick<Cluster, 'workloads' | 'pods'>,
  tiers: readonly Tier[],
  { assumeComplete }: { readonly assumeComplete: boolean },
): readonly Problem[] => {
  const selections = tiers.flatMap((tier) => tier.policies).flatMap(listSelections);
  const asked = selections.flatMap((selection) =>
    listKeys(selection.of)
      .filter((label) => everyControllerLabel.has(label))
      .map((label) => ({ ...selection, label })),
  );
  if (asked.length === 0) return [];
  return workloads.flatMap(({ id, namespace, pods: own }): readonly Problem[] => {
    const pod = pods[own[0] ?? -1];
    if (pod?.representative !== true) return [];
    const unknown = listUnknownLabels(pod);
    const first = asked.find(
      ({ label, of: { namespaces } }) =>
        unknown.includes(label) && (namespaces.type === 'selected' || namespaces.name === namespace),
    );
    if (first === undefined) return [];
    const { label, policy, origin } = first;
    const at = { file: origin.file, start: origin.range.start, end: origin.range.end };
    return [
      {
        code: 'LABELS_ASSUMED',
        severity: 'warning',
        at,
        args: { workload: id, label, policy, taken: assumeComplete ? 'absent' : 'unknown' },
      },
    ];
  });
};

interface WrittenSelection {
  readonly of: PodSelection;
  readonly policy: string;
  readonly origin: Origin;
}

const listSelections = ({ id, subject, rules, origin }: Policy): readonly WrittenSelection[] => [
  { of: subject, policy: id, origin: { ...origin, range: { start: origin.range.start, end: origin.range.start } } },
  ...rules
    .flatMap(({ peers }) => peers ?? [])
    .flatMap((peer) => (peer.type === 'pods' ? [{ of: peer.selection, policy: id, origin: peer.origin }] : [])),
];

const listKeys = ({ pods: { matchLabels, matchExpressions } }: PodSelection): readonly string[] => [
  ...Object.keys(matchLabels),
  ...matchExpressions.map(({ key }) => key),
];
