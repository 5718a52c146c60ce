import type { Pod } from '../cluster/Cluster.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';

/** The machines that pods run on, as far as the import says. */
export interface NodePlaces {
  /** Per pod, by position: a number for its machine, -1 where `status.hostIP` does not say. */
  readonly placeOf: Int32Array;
  /**
   * Whether the one pod's traffic is traffic of the node that the other runs on: one of them is on the host network and
   * both are on the same machine. Such traffic is always allowed, both ways (docs/semantics).
   */
  isLocal(a: number, b: number): boolean;
  /** Whether that can be true for any pair at all. */
  readonly hasLocal: boolean;
}

export const computeNodePlaces = (pods: readonly Pod[]): NodePlaces => {
  const numbers = new Map<string, number>();
  const placeOf = Int32Array.from(pods, ({ hostIp }) => {
    const address = hostIp === null ? null : parseIpAddress(hostIp);
    if (address === null) return -1;
    const key = `${address.family} ${address.value}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return {
    placeOf,
    isLocal: (a, b) => (pods[a]!.hostNetwork || pods[b]!.hostNetwork) && placeOf[a] !== -1 && placeOf[a] === placeOf[b],
    hasLocal: pods.some(({ hostNetwork }, index) => hostNetwork && placeOf[index] !== -1),
  };
};
