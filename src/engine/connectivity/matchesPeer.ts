import type { Pod } from '../cluster/Cluster.ts';
import { matchesSelector } from '../labels/matchesSelector.ts';
import { intersectIps, isEmptyIpSet, hasAddress } from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import type { Peer, PodSelection } from '../policy/PolicyRule.ts';
import type { NamespaceLabels } from './createNamespaceLabels.ts';
import { readPodAddresses } from './readPodAddresses.ts';

/** Whether a selection takes in a pod; never one on the host network (docs/semantics). */
export const isSelected = ({ namespaces, pods }: PodSelection, pod: Pod, namespaceLabels: NamespaceLabels): boolean => {
  if (pod.hostNetwork) return false;
  const inNamespace =
    namespaces.type === 'named'
      ? namespaces.name === pod.namespace
      : matchesSelector(namespaces.selector, namespaceLabels(pod.namespace));
  return inNamespace && matchesSelector(pods, pod.labels);
};

/** Whether a peer takes in a pod: by namespace and labels, or by any of its addresses. */
export const matchesPod = (peer: Peer, pod: Pod, namespaceLabels: NamespaceLabels): boolean =>
  peer.type === 'pods'
    ? isSelected(peer.selection, pod, namespaceLabels)
    : readPodAddresses(pod).some((address) => hasAddress(peer.addresses, address));

/** Whether a peer takes in external addresses that no policy tells apart: all of them or none. */
export const matchesExternal = (peer: Peer, addresses: IpSet): boolean =>
  peer.type === 'addresses' && !isEmptyIpSet(intersectIps(peer.addresses, addresses));
