import { fillFrom } from './fillFrom.ts';
import type { FlowEndParts } from './listFlowEnds.ts';

/**
 * Pairs of ends that can have a flow without any rule, since one of them is on the host network and may be on the other's
 * machine: calls `visit` with the partners of an end, some of them several times, and whether they are known to share one.
 */
export type NeighbourFinder = (end: number, visit: (other: number, isMet: boolean) => void) => void;

export const createNeighbourFinder = (
  ends: readonly FlowEndParts[],
  placeCount: number,
  { assumesComplete }: { readonly assumesComplete: boolean },
): NeighbourFinder => {
  const all = ends.flatMap((end, index) => (isExternal(end) ? [] : index));
  const hosts = all.filter((index) => ends[index]!.hasHostPods);
  if (hosts.length === 0) return () => undefined;
  const partners = listPartners(ends, { all, hosts, placeCount });
  // Where a pod of which the machine is not known runs with another is open, unless that is taken for "nowhere".
  const unplaced = assumesComplete ? [] : all.filter((index) => hasUnplaced(ends[index]!));
  const isUnplaced = new Set(unplaced);
  const unplacedHosts = unplaced.filter((index) => ends[index]!.hasHostPods);

  return (index, visit) => {
    const end = ends[index]!;
    if (isExternal(end)) return;
    if (isUnplaced.has(index)) {
      for (const other of end.hasHostPods ? all : hosts) visit(other, false);
      return;
    }
    for (const other of end.hasHostPods ? unplaced : unplacedHosts) visit(other, false);
    for (const other of partners[index] ?? nobody) visit(other, true);
  };
};

const nobody: readonly number[] = [];

const isExternal = ({ parts }: FlowEndParts): boolean => parts[0]?.isExternal ?? true;

const hasUnplaced = ({ parts }: FlowEndParts): boolean =>
  parts.some(({ count, places }) => (places?.length ?? 0) < count);

interface Members {
  /** The ends of workloads, and those with pods on the host network. */
  readonly all: readonly number[];
  readonly hosts: readonly number[];
  readonly placeCount: number;
}

/** By end, those that have a pod on a machine with it, one of the two a pod on the host network. */
const listPartners = (ends: readonly FlowEndParts[], { all, hosts, placeCount }: Members) => {
  const partners: number[][] = [];
  const add = (index: number, other: number): void => {
    const own = partners[index];
    if (own === undefined) partners[index] = [other];
    else own.push(other);
  };
  const { groupOf, hostsOf } = groupPlaces(groupByPlace(ends, hosts, placeCount));
  /** By host, and by group of machines, the last end (+ 1) that met it. */
  const met = new Uint32Array(ends.length);
  const visited = new Uint32Array(hostsOf.length);
  const meet = (index: number, host: number): void => {
    met[host] = index + 1;
    add(index, host);
    // A host meets the other one when its own turn comes.
    if (!ends[index]!.hasHostPods) add(host, index);
  };
  for (const index of all) {
    for (const { places } of ends[index]!.parts) {
      if (places === null) continue;
      for (let pod = 0; pod < places.length; pod += 1) {
        const group = groupOf[places[pod]!]!;
        if (visited[group] === index + 1) continue;
        visited[group] = index + 1;
        for (const host of hostsOf[group]!) if (met[host] !== index + 1) meet(index, host);
      }
    }
  }
  return partners;
};

/** By machine, the ends with a pod on it. */
const groupByPlace = (ends: readonly FlowEndParts[], members: readonly number[], placeCount: number) => {
  const groups = Array.from({ length: placeCount }, (): number[] => []);
  for (const index of members) {
    for (const place of ends[index]!.parts.flatMap(({ places }) => places ?? nobody)) {
      if (groups[place]!.at(-1) !== index) groups[place]!.push(index);
    }
  }
  return groups;
};

/** Machines with the same ends on them, as one: DaemonSets are on most machines, so that there are few of these. */
const groupPlaces = (hostsAt: readonly (readonly number[])[]) => {
  const numbers = new Map<string, number>();
  const hostsOf: (readonly number[])[] = [];
  const groupOf = fillFrom(new Uint32Array(hostsAt.length), hostsAt, (hosts) => {
    const key = hosts.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = hostsOf.push(hosts) - 1;
      numbers.set(key, number);
    }
    return number;
  });
  return { groupOf, hostsOf };
};
