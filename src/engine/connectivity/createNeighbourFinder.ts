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

  return (index, visit) => {
    const end = ends[index]!;
    if (isExternal(end)) return;
    if (isUnplaced.has(index)) {
      for (const other of end.hasHostPods ? all : hosts) visit(other);
      return;
    }
    const at = end.hasHostPods ? endsAt : hostsAt;
    for (const { places } of end.parts) {
      for (const place of places ?? []) for (const other of at[place]!) visit(other);
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
      for (const place of places ?? []) if (groups[place]!.at(-1) !== index) groups[place]!.push(index);
    }
  }
  return groups;
};
