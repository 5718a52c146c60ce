import type { PodObject } from '../manifest/KubernetesObject.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';

/**
 * The addresses by which an ipBlock can match a pod: its own, and its node's when it is on the host network.
 *
 * A pod of several addresses (dual stack) matches a block when any of them does: a connection uses one address family,
 * and a flow stands for "there is a connection that gets through".
 */
export const readPodAddresses = ({
  ips,
  hostIp,
  hostNetwork,
}: Pick<PodObject, 'ips' | 'hostIp' | 'hostNetwork'>): readonly IpAddress[] => {
  const addresses: IpAddress[] = [];
  for (const text of hostNetwork && hostIp !== null ? [...ips, hostIp] : ips) {
    const address = parseIpAddress(text);
    if (address !== null) addresses.push(address);
  }
  return addresses;
};
