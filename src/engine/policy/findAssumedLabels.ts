import type { Cluster } from '../cluster/Cluster.ts';
import type { Problem } from '../manifest/Problem.ts';
import { listKeys } from '../labels/listKeys.ts';
import type { Origin, Peer, Tier } from './PolicyRule.ts';
import { nameLabel } from '../labels/nameLabel.ts';

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
  const unknown = cluster.namespaces.filter(({ described }) => !described);
  const first = unknown.length === 0 ? null : findAskedLabel(tiers);
  if (first === null) return [];
  const { label, policy, origin } = first;
  return unknown.map(({ name }) => ({
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

const findAskedLabel = (tiers: readonly Tier[]): AskedLabel | null => {
  for (const { policies } of tiers) {
    for (const { rules } of policies) {
      for (const rule of rules) {
        for (const peer of rule.peers ?? []) {
          const label = askedBy(peer);
          if (label !== undefined) return { label, policy: rule.origin.policy, origin: peer.origin };
        }
      }
    }
  }
  return null;
};

const askedBy = (peer: Peer): string | undefined => {
  if (peer.type !== 'pods' || peer.selection.namespaces.type !== 'selected') return undefined;
  return listKeys(peer.selection.namespaces.selector).find((label) => label !== nameLabel);
};
