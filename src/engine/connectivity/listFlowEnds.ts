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
  readonly places: readonly number[] | null;
  /** By machine, 1 where one of its pods is; for parts on the host network only. */
  readonly isAt: Uint8Array | null;
  /** The machine that all of its pods are on; -1 where they are on several, or the import does not say. */
  readonly onlyPlace: number;
  /** Two of its pods are on one machine; for parts on the host network only. */
  readonly sharesPlace: boolean;
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

/** The ends of workloads, by index, and what they were listed from. */
export interface FlowEnds {
  readonly ends: readonly FlowEndParts[];
  readonly cluster: Cluster;
  readonly classOf: Int32Array;
  /** Some pod of the cluster is on the host network, so that it matters on which machines pods are. */
  readonly hasHostPods: boolean;
}

/** `former`: of an evaluation with the same table of classes; an end whose pods are the same is the same value. */
export const listFlowEnds = (sources: EndSources, former: FlowEnds | null): FlowEnds => {
  const { cluster, classes, classOf } = sources;
  if (former !== null && former.cluster.workloads === cluster.workloads && former.classOf === classOf) return former;
  const hasHostPods = listUsed(classOf, classes.length).some(
    (isUsed, index) => isUsed === 1 && classes[index]!.hostNetwork,
  );
  const known = former?.hasHostPods === hasHostPods ? former : null;
  const ends = cluster.workloads.map((workload, index) => {
    const before = known?.ends[index];
    if (before !== undefined && isSameEnd(workload, index, sources, known!)) return before;
    // A workload that was only moved in its file, or changed in what no policy looks at, is the same end.
    const end = toWorkloadEnd(workload, sources, hasHostPods);
    return before !== undefined && equalEnds(end, before) ? before : end;
  });
  return { ends, cluster, classOf, hasHostPods };
};

/** By class, 1 where some pod is of it. */
const listUsed = (classOf: Int32Array, classCount: number): Uint8Array => {
  const used = new Uint8Array(classCount);
  for (let pod = 0; pod < classOf.length; pod += 1) used[classOf[pod]!] = 1;
  return used;
};

const equalEnds = (a: FlowEndParts, b: FlowEndParts): boolean =>
  a.meetsItself === b.meetsItself &&
  a.isSingle === b.isSingle &&
  a.parts.length === b.parts.length &&
  a.parts.every((part, index) => equalParts(part, b.parts[index]!));

const equalParts = (a: EndPart, b: EndPart): boolean =>
  a.node === b.node &&
  a.count === b.count &&
  a.places?.length === b.places?.length &&
  (a.places?.every((place, index) => b.places![index] === place) ?? true);

const isSameEnd = (workload: Workload, index: number, { cluster, classOf }: EndSources, former: FlowEnds): boolean =>
  former.cluster.workloads[index] === workload &&
  workload.pods.every((pod) => former.cluster.pods[pod] === cluster.pods[pod] && former.classOf[pod] === classOf[pod]);

const toWorkloadEnd = (
  { pods, canHaveTwoPods }: Workload,
  { classes, classOf, places }: EndSources,
  placesMatter: boolean,
): FlowEndParts => {
  const members = groupByClass(pods, classOf);
  const parts = members.map(({ node, own }): EndPart => {
    const { hostNetwork } = classes[node]!;
    const at = placesMatter ? listPlaces(own, places.placeOf) : null;
    return {
      node,
      isExternal: false,
      hostNetwork,
      count: own.length,
      places: at,
      isAt: at !== null && hostNetwork ? markPlaces(at, places.count) : null,
      onlyPlace: at !== null && at.length === own.length && isOne(at) ? at[0]! : -1,
      sharesPlace: at !== null && hostNetwork && new Set(at).size < at.length,
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
  let alike = 1;
  while (alike < pods.length && classOf[pods[alike]!] === node) alike += 1;
  if (alike === pods.length) return [{ node, own: pods }];
  const groups = new Map<number, number[]>();
  for (const pod of pods) {
    const own = groups.get(classOf[pod]!);
    if (own === undefined) groups.set(classOf[pod]!, [pod]);
    else own.push(pod);
  }
  return [...groups].map(([key, own]) => ({ node: key, own }));
};

/** The machines that the import tells, one for each pod. A plain list: small typed arrays by the thousand are slow to make. */
const listPlaces = (pods: readonly number[], placeOf: Int32Array): readonly number[] => {
  const places: number[] = [];
  for (const pod of pods) if (placeOf[pod] !== -1) places.push(placeOf[pod]!);
  return places;
};

const isOne = (places: readonly number[]): boolean => {
  for (let at = 1; at < places.length; at += 1) if (places[at] !== places[0]) return false;
  return true;
};

const markPlaces = (places: readonly number[], placeCount: number): Uint8Array => {
  const marks = new Uint8Array(placeCount);
  for (const place of places) marks[place] = 1;
  return marks;
};

const noPlace = { places: null, isAt: null, onlyPlace: -1, sharesPlace: false };

/** An external endpoint as an end; `node`: its number among the nodes of the evaluation. */
export const toExternalEnd = (node: number): FlowEndParts => ({
  parts: [{ node, isExternal: true, hostNetwork: false, count: 1, ...noPlace }],
  meetsItself: false,
  isSingle: true,
  hasHostPods: false,
});
