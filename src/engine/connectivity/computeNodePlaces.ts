import type { Pod } from '../cluster/Cluster.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { Locality } from './Connectivity.ts';
import { fillFrom } from './fillFrom.ts';

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

/** Numbers for machines, by the text and by the address of `status.hostIP`. Only ever grows. */
export interface PlaceNumbers {
  readonly texts: Map<string, number>;
  readonly addresses: Map<string, number>;
}

export const createPlaceNumbers = (): PlaceNumbers => ({ texts: new Map(), addresses: new Map() });

export const computeNodePlaces = (
  pods: readonly Pod[],
  { texts, addresses }: PlaceNumbers,
  { assumesComplete }: { readonly assumesComplete: boolean },
): NodePlaces => {
  const readPlace = (hostIp: string): number => {
    const address = parseIpAddress(hostIp);
    if (address === null) return -1;
    const key = `${address.family} ${address.value}`;
    const number = addresses.get(key) ?? addresses.size;
    addresses.set(key, number);
    return number;
  };
  const findPlace = (hostIp: string | null): number => {
    if (hostIp === null) return -1;
    let place = texts.get(hostIp);
    if (place === undefined) {
      place = readPlace(hostIp);
      texts.set(hostIp, place);
    }
    return place;
  };
  const placeOf = fillFrom(new Int32Array(pods.length), pods, ({ hostIp }) => findPlace(hostIp));
  return {
    placeOf,
    count: addresses.size,
    locality: (a, b) => {
      if (!pods[a]!.hostNetwork && !pods[b]!.hostNetwork) return 'apart';
      if (placeOf[a] === -1 || placeOf[b] === -1) return assumesComplete ? 'apart' : 'maybe';
      return placeOf[a] === placeOf[b] ? 'local' : 'apart';
    },
  };
};
