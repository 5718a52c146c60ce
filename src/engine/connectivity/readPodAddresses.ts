import type { Pod } from '../cluster/Cluster.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';

/**
 * The addresses by which an ipBlock can match a pod: its own, and its node's when it is on the host network, where its
 * traffic is the node's (docs/semantics). None for a representative.
 *
 * A pod of several addresses (dual stack) matches a block when any of them does: a connection uses one address family,
 * and a flow stands for "there is a connection that gets through".
 */
export const readPodAddresses = (pod: Pod): readonly IpAddress[] => {
  const texts = pod.hostNetwork && pod.hostIp !== null ? [...pod.ips, pod.hostIp] : pod.ips;
  return texts.flatMap((text) => parseIpAddress(text) ?? []);
};
