import type { FlowEndParts } from './listFlowEnds.ts';

/**
 * Pairs of ends that can have a flow without any rule, since one of them is on the host network and may be on the other's
 * machine: calls `visit` with the partners of an end, some of them several times.
 */
export type NeighbourFinder = (end: number, visit: (other: number) => void) => void;

export const createNeighbourFinder = (
  ends: readonly FlowEndParts[],
  placeCount: number,
  { assumesComplete }: { readonly assumesComplete: boolean },
): NeighbourFinder => {
  const all = ends.flatMap((end, index) => (isExternal(end) ? [] : index));
  const hosts = all.filter((index) => ends[index]!.hasHostPods);
  if (hosts.length === 0) return () => undefined;
  const endsAt = groupByPlace(ends, all, placeCount);
  const hostsAt = groupByPlace(ends, hosts, placeCount);
  // Where a pod of which the machine is not known runs with another is open, unless that is taken for "nowhere".
  const unplaced = assumesComplete ? [] : all.filter((index) => hasUnplaced(ends[index]!));
  const isUnplaced = new Set(unplaced);
  const unplacedHosts = unplaced.filter((index) => ends[index]!.hasHostPods);
  /** By machine, the number of the last question that went there. */
  const visited = new Uint32Array(placeCount);
  let serial = 0;

  return (index, visit) => {
    const end = ends[index]!;
    if (isExternal(end)) return;
    if (isUnplaced.has(index)) {
      for (const other of end.hasHostPods ? all : hosts) visit(other);
      return;
    }
    const at = end.hasHostPods ? endsAt : hostsAt;
    serial += 1;
    for (const { places } of end.parts) {
      if (places === null) continue;
      for (let pod = 0; pod < places.length; pod += 1) {
        const place = places[pod]!;
        if (visited[place] === serial) continue;
        visited[place] = serial;
        const others = at[place]!;
        for (let next = 0; next < others.length; next += 1) visit(others[next]!);
      }
    }
    for (const other of end.hasHostPods ? unplaced : unplacedHosts) visit(other);
  };
};

const isExternal = ({ parts }: FlowEndParts): boolean => parts[0]?.isExternal ?? true;

const hasUnplaced = ({ parts }: FlowEndParts): boolean =>
  parts.some(({ count, places }) => (places?.length ?? 0) < count);

/** By machine, the ends with a pod on it. */
const groupByPlace = (
  ends: readonly FlowEndParts[],
  members: readonly number[],
  placeCount: number,
): readonly (readonly number[])[] => {
  const groups = Array.from({ length: placeCount }, (): number[] => []);
  for (const index of members) {
    for (const { places } of ends[index]!.parts) {
      if (places === null) continue;
      for (let pod = 0; pod < places.length; pod += 1) {
        const group = groups[places[pod]!]!;
        if (group[group.length - 1] !== index) group.push(index);
      }
    }
  }
  return groups;
};
