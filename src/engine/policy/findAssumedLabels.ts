import type { Cluster } from '../cluster/Cluster.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Origin, PolicyRule, Tier } from './PolicyRule.ts';

const nameLabel = 'kubernetes.io/metadata.name';

/**
 * LABELS_ASSUMED, warning, once per namespace that no Namespace object describes while some rule's namespaceSelector asks
 * for more than its name. Stands at the first such peer; args `namespace`, `label` (the first one asked for), `policy`, and
 * `taken`, how the verdicts take such labels: as `unknown` or as `absent`.
 */
export const findAssumedLabels = (
  cluster: Pick<Cluster, 'namespaces'>,
  tiers: readonly Tier[],
  { assumeComplete }: { readonly assumeComplete: boolean },
): readonly Problem[] => {
  const [first] = tiers
    .flatMap((tier) => tier.policies)
    .flatMap((policy) => policy.rules)
    .flatMap(listAskedLabels);
  if (first === undefined) return [];
  const { label, policy, origin } = first;
  return cluster.namespaces
    .filter(({ described }) => !described)
    .map(({ name }) => ({
      code: 'LABELS_ASSUMED',
      severity: 'warning',
      at: { file: origin.file, start: origin.range.start, end: origin.range.end },
      args: { namespace: name, label, policy, taken: assumeComplete ? 'absent' : 'unknown' },
    }));
};

interface AskedLabel {
  readonly label: string;
  readonly policy: string;
  readonly origin: Origin;
}

const listAskedLabels = ({ peers, origin }: PolicyRule): readonly AskedLabel[] =>
  (peers ?? []).flatMap((peer) => {
    if (peer.type !== 'pods' || peer.selection.namespaces.type !== 'selected') return [];
    const { matchLabels, matchExpressions } = peer.selection.namespaces.selector;
    return [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)]
      .filter((label) => label !== nameLabel)
      .map((label) => ({ label, policy: origin.policy, origin: peer.origin }));
  });
