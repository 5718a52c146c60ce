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
  /** The machines of its pods, as far as the import tells them; null where no pod of the cluster is on the host network. */
  readonly places: Int32Array | null;
  /** How many of its pods are on each machine, by number; for parts on the host network only. */
  readonly countAt: Int32Array | null;
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
  const members = groupByClass(pods, classOf);
  const parts = members.map(({ node, own }): EndPart => {
    const { hostNetwork } = classes[node]!;
    const at = placesMatter
      ? Int32Array.from(own, (pod) => places.placeOf[pod]!).filter((place) => place !== -1)
      : null;
    return {
      node,
      isExternal: false,
      hostNetwork,
      count: own.length,
      places: at,
      countAt: at !== null && hostNetwork ? countPlaces(at, places.count) : null,
    };
  });
  return {
    parts,
    meetsItself: pods.length > 1 || canHaveTwoPods,
    isSingle: pods.length === 1,
    hasHostPods: parts.some(({ hostNetwork }) => hostNetwork),
  };
};

const groupByClass = (pods: readonly number[], classOf: Int32Array) => {
  const node = classOf[pods[0]!]!;
  if (pods.every((pod) => classOf[pod] === node)) return [{ node, own: pods }];
  const groups = new Map<number, number[]>();
  for (const pod of pods) {
    const own = groups.get(classOf[pod]!);
    if (own === undefined) groups.set(classOf[pod]!, [pod]);
    else own.push(pod);
  }
  return [...groups].map(([key, own]) => ({ node: key, own }));
};

const countPlaces = (places: Int32Array, placeCount: number): Int32Array => {
  const counts = new Int32Array(placeCount);
  for (const place of places) counts[place]! += 1;
  return counts;
};

const toExternalEnd = (node: number): FlowEndParts => ({
  parts: [{ node, isExternal: true, hostNetwork: false, count: 1, places: null, countAt: null }],
  meetsItself: false,
  isSingle: true,
  hasHostPods: false,
});
