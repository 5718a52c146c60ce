import { createNamespaceLabels } from '../connectivity/createNamespaceLabels.ts';
import { matchesExternal, matchPod } from '../connectivity/matchesPeer.ts';
import type { PolicyRule } from '../policy/PolicyRule.ts';
import { describeSelection, findNearestPod } from './describeSelection.ts';
import { findPeerCauses } from './findPeerCauses.ts';
import type { MeasureSources } from './measureRule.ts';
import type { PeerExplanation } from './PolicyExplanation.ts';

/** What each peer item of a rule takes in; null for a rule that lists none. */
export const describePeers = (
  { connectivity, samples }: Omit<MeasureSources, 'evaluator'>,
  { peers }: PolicyRule,
): readonly PeerExplanation[] | null => {
  const { cluster, externals, knowledge } = connectivity;
  const labelsOfNamespace = createNamespaceLabels(cluster);
  return (
    peers?.map((peer, index): PeerExplanation => {
      const takes = describeSelection(connectivity, samples, ({ endpoints }) =>
        matchPod(peer, cluster.pods[endpoints[0]!.index]!, knowledge),
      );
      const outside = externals.filter(({ addresses }) => matchesExternal(peer, addresses));
      const isEmpty = takes.workloadCount === 0 && outside.length === 0;
      const nearest = (): PeerExplanation['nearest'] =>
        findNearestPod(connectivity, samples, (pod) =>
          findPeerCauses(peer, { other: { type: 'pod', pod }, knowledge, labelsOfNamespace }),
        );
      return {
        index,
        origin: peer.origin,
        takes,
        externals: outside.map(({ label }) => label),
        nearest: isEmpty && peer.type === 'pods' ? nearest() : null,
      };
    }) ?? null
  );
};
