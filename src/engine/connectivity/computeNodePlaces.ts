import type { Pod } from '../cluster/Cluster.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { Locality } from './Connectivity.ts';

/** The machines that pods run on, as far as the import says. */
export interface NodePlaces {
  /** Per pod, by position: a number for its machine, -1 where `status.hostIP` does not say. */
  readonly placeOf: Int32Array;
  /** How many machines there are. */
  readonly count: number;
  /**
   * Whether the one pod's traffic is traffic of the node that the other runs on: one of them is on the host network and
   * both are on the same machine. Such traffic is always allowed, both ways (docs/semantics).
   */
  locality(a: number, b: number): Locality;
}

export const computeNodePlaces = (
  pods: readonly Pod[],
  { assumesComplete }: { readonly assumesComplete: boolean },
): NodePlaces => {
  const texts = new Map<string, number>();
  const numbers = new Map<string, number>();
  const readPlace = (hostIp: string): number => {
    const address = parseIpAddress(hostIp);
    if (address === null) return -1;
    const key = `${address.family} ${address.value}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const placeOf = Int32Array.from(pods, ({ hostIp }) => {
    if (hostIp === null) return -1;
    let place = texts.get(hostIp);
    if (place === undefined) {
      place = readPlace(hostIp);
      texts.set(hostIp, place);
    }
    return place;
  });
  return {
    placeOf,
    count: numbers.size,
    locality: (a, b) => {
      if (!pods[a]!.hostNetwork && !pods[b]!.hostNetwork) return 'apart';
      if (placeOf[a] === -1 || placeOf[b] === -1) return assumesComplete ? 'apart' : 'maybe';
      return placeOf[a] === placeOf[b] ? 'local' : 'apart';
    },
  };
};
