import type { Cluster, Workload } from '../cluster/Cluster.ts';
import type { NodePlaces } from './computeNodePlaces.ts';
import type { PodClass } from './PodClass.ts';

/** The pods of one workload that are of one class; or an external endpoint. */
export interface EndPart {
  /** A class by index, or an external endpoint as `classes.length` + index. */
  readonly node: number;
  readonly isExternal: boolean;
  readonly hostNetwork: boolean;
  readonly count: number;
  /** How many of them are on which machine; only where some pod of the cluster is on the host network. */
  readonly places: ReadonlyMap<number, number> | null;
  /** How many are on a machine that the import does not tell. */
  readonly unplaced: number;
}

/** A row's end: a workload with all its parts, or an external endpoint. */
export interface FlowEndParts {
  readonly parts: readonly EndPart[];
  /** Pairs of different pods of it are in the import, or can exist. */
  readonly meetsItself: boolean;
  /** The import shows one pod of it; its second one is of the same class, on a machine we do not know. */
  readonly isSingle: boolean;
  readonly hasHostPods: boolean;
}

interface EndSources {
  readonly cluster: Cluster;
  readonly classes: readonly PodClass[];
  readonly classOf: Int32Array;
  readonly places: NodePlaces;
  readonly externalCount: number;
}

/** By node number: workloads, then external endpoints. */
export const listFlowEnds = (sources: EndSources): readonly FlowEndParts[] => {
  const { cluster, classes, classOf, externalCount } = sources;
  const placesMatter = classOf.some((index) => classes[index]!.hostNetwork);
  return [
    ...cluster.workloads.map((workload) => toWorkloadEnd(workload, sources, placesMatter)),
    ...Array.from({ length: externalCount }, (_, external) => toExternalEnd(classes.length + external)),
  ];
};

const toWorkloadEnd = (
  { pods, canHaveTwoPods }: Workload,
  { classes, classOf, places }: EndSources,
  placesMatter: boolean,
): FlowEndParts => {
  const counts = new Map<number, number>();
  for (const pod of pods) counts.set(classOf[pod]!, (counts.get(classOf[pod]!) ?? 0) + 1);
  const parts = [...counts].map(([node, count]): EndPart => {
    const { hostNetwork } = classes[node]!;
    if (!placesMatter) return { node, isExternal: false, hostNetwork, count, places: null, unplaced: 0 };
    const found = new Map<number, number>();
    let unplaced = 0;
    for (const pod of pods) {
      if (classOf[pod] !== node) continue;
      const place = places.placeOf[pod]!;
      if (place === -1) unplaced += 1;
      else found.set(place, (found.get(place) ?? 0) + 1);
    }
    return { node, isExternal: false, hostNetwork, count, places: found, unplaced };
  });
  return {
    parts,
    meetsItself: pods.length > 1 || canHaveTwoPods,
    isSingle: pods.length === 1,
    hasHostPods: parts.some(({ hostNetwork }) => hostNetwork),
  };
};

const toExternalEnd = (node: number): FlowEndParts => ({
  parts: [{ node, isExternal: true, hostNetwork: false, count: 1, places: null, unplaced: 0 }],
  meetsItself: false,
  isSingle: true,
  hasHostPods: false,
});
