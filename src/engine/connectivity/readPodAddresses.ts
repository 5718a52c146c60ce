import type { Pod } from '../cluster/Cluster.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';

/** The addresses by which an ipBlock can match a pod. */
export const readPodAddresses = (pod: Pod): readonly IpAddress[] => pod.addresses;
