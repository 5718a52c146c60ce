import type { Pod } from '../cluster/Cluster.ts';
import { bothMatch } from '../labels/Match.ts';
import type { Match } from '../labels/Match.ts';
import { hasAddress, intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import type { Peer, PodSelection } from '../policy/PolicyRule.ts';
import type { Knowledge } from './createKnowledge.ts';

/** Whether a selection takes in a pod by its namespace and labels, if pods on the host network were like all others. */
export const matchLabels = ({ namespaces, pods }: PodSelection, pod: Pod, knowledge: Knowledge): Match => {
  if (namespaces.type === 'named' && namespaces.name !== pod.namespace) return 'no';
  const byLabels = knowledge.matchPod(pods, pod);
  if (byLabels === 'no' || namespaces.type === 'named') return byLabels;
  return bothMatch(byLabels, knowledge.matchNamespace(namespaces.selector, pod.namespace));
};

/**
 * Whether a selection takes in a pod. Whether selectors reach a pod on the host network is up to the network plugin, so
 * that is `maybe` at most, and `no` when the import is taken as complete, as most plugins do it (docs/semantics).
 */
export const matchSelection = (selection: PodSelection, pod: Pod, knowledge: Knowledge): Match => {
  if (!pod.hostNetwork) return matchLabels(selection, pod, knowledge);
  if (knowledge.assumesComplete || matchLabels(selection, pod, knowledge) === 'no') return 'no';
  return 'maybe';
};

/** Whether a peer takes in a pod: by namespace and labels, or by any of its addresses, known or not. */
export const matchPod = (peer: Peer, pod: Pod, knowledge: Knowledge): Match => {
  if (peer.type === 'pods') return matchSelection(peer.selection, pod, knowledge);
  if (pod.addresses.some((address) => hasAddress(peer.addresses, address))) return 'yes';
  return knowledge.hasUnknownAddress(pod) && !isEmptyIpSet(peer.addresses) ? 'maybe' : 'no';
};

/** Whether a peer takes in external addresses that no policy tells apart: all of them or none. */
export const matchesExternal = (peer: Peer, addresses: IpSet): boolean =>
  peer.type === 'addresses' && !isEmptyIpSet(intersectIps(peer.addresses, addresses));
