import type { Cluster } from '../cluster/Cluster.ts';
import { everyControllerLabel, listUnknownLabels } from '../cluster/listUnknownLabels.ts';
import { listKeys } from '../labels/listKeys.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Origin, PodSelection, Tier } from './PolicyRule.ts';

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
  if (!workloads.some(({ pods: own }) => pods[own[0] ?? -1]?.representative === true)) return [];
  const asked = listAskedLabels(tiers);
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

/** A selection that looks at a label which some controller adds. */
interface AskedLabel {
  readonly label: string;
  readonly of: PodSelection;
  readonly policy: string;
  readonly origin: Origin;
}

const listAskedLabels = (tiers: readonly Tier[]): readonly AskedLabel[] => {
  const asked: AskedLabel[] = [];
  const note = (of: PodSelection, policy: string, origin: Origin): void => {
    for (const label of listKeys(of.pods))
      if (everyControllerLabel.has(label)) asked.push({ of, policy, origin, label });
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
