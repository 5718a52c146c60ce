import type { Cluster, Workload } from '../cluster/Cluster.ts';
import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { NodePlaces } from './computeNodePlaces.ts';
import type { PodClasses } from './computePodClasses.ts';
import { createFlowCollector } from './FlowColumns.ts';
import type { FlowColumns } from './FlowColumns.ts';

/** The pods of one workload that are of one class; or an external endpoint. */
interface Part {
  /** The class, or the external endpoint, as a node of the admissions. */
  readonly node: number;
  readonly hostNetwork: boolean;
  count: number;
  /** How many of them are on which machine; only where that can matter. */
  readonly places: Map<number, number>;
}

/** A row's end: a workload with all its parts, or an external endpoint. */
interface End {
  readonly parts: readonly Part[];
  /** Pairs of different pods of it are in the import, or can exist. */
  readonly meetsItself: boolean;
  /** The import shows one pod of it; its second one is of the same class, on a machine we do not know. */
  readonly isSingle: boolean;
  readonly canBeLocal: boolean;
}

export interface FlowSources {
  readonly cluster: Cluster;
  readonly podClasses: PodClasses;
  readonly admissions: Admissions;
  readonly places: NodePlaces;
  readonly externalCount: number;
}

/** All flows between workloads and with external endpoints that have at least one port, by from then to. */
export const computeFlowColumns = (sources: FlowSources): FlowColumns => {
  const { cluster, podClasses, admissions, externalCount } = sources;
  const workloadCount = cluster.workloads.length;
  const ends = [
    ...cluster.workloads.map((workload) => toWorkloadEnd(workload, sources)),
    ...Array.from({ length: externalCount }, (_, external) => toExternalEnd(podClasses.classes.length + external)),
  ];
  const isolatedOut = markIsolated(sources, 'egress');
  const isolatedIn = markIsolated(sources, 'ingress');
  const flowsFrom = createVectorCache(ends, isolatedIn.length, admissions);
  const collector = createFlowCollector();

  ends.forEach((source, from) => {
    const vectors = source.parts.map(({ node }) => flowsFrom(node));
    const lastEnd = from < workloadCount ? ends.length : workloadCount;
    for (let to = 0; to < lastEnd; to += 1) {
      const target = ends[to]!;
      if (from === to && !source.meetsItself) continue;
      const mayBeLocal = source.canBeLocal || target.canBeLocal;
      if (source.parts.length === 1 && target.parts.length === 1 && (!mayBeLocal || (from === to && source.isSingle))) {
        const node = target.parts[0]!.node;
        const ports = vectors[0]![node]!;
        if (ports !== emptyPortSetId) {
          collector.add(from, to, ports, emptyPortSetId, isolatedOut[source.parts[0]!.node]! | isolatedIn[node]!);
        }
        continue;
      }
      const found = combinePairs(source, target, vectors, admissions);
      if (found === null) continue;
      const byRule = found.pairs.some(([a, b]) => isolatedOut[a]! || isolatedIn[b]!);
      collector.add(from, to, found.ports, found.partial, byRule ? 1 : 0);
    }
  });
  return collector.finish();
};

const toWorkloadEnd = (workload: Workload, { podClasses, places }: FlowSources): End => {
  const parts = new Map<number, Part>();
  for (const pod of workload.pods) {
    const node = podClasses.classOf[pod]!;
    const { hostNetwork } = podClasses.classes[node]!;
    const part: Part = parts.get(node) ?? { node, hostNetwork, count: 0, places: new Map<number, number>() };
    part.count += 1;
    const place = places.placeOf[pod]!;
    if (places.hasLocal && place !== -1) part.places.set(place, (part.places.get(place) ?? 0) + 1);
    parts.set(node, part);
  }
  const list = [...parts.values()];
  return {
    parts: list,
    meetsItself: workload.pods.length > 1 || workload.canHaveTwoPods,
    isSingle: workload.pods.length === 1,
    canBeLocal: list.some(({ hostNetwork, places: { size } }) => hostNetwork && size > 0),
  };
};

const toExternalEnd = (node: number): End => ({
  parts: [{ node, hostNetwork: false, count: 1, places: new Map<number, number>() }],
  meetsItself: false,
  isSingle: true,
  canBeLocal: false,
});

const markIsolated = (
  { podClasses, admissions, externalCount }: FlowSources,
  direction: 'ingress' | 'egress',
): Uint8Array =>
  Uint8Array.from({ length: podClasses.classes.length + externalCount }, (_, node) =>
    admissions.isIsolated(direction, node) ? 1 : 0,
  );

/** By node, the flow to each node; kept for nodes that several ends have. */
const createVectorCache = (ends: readonly End[], nodeCount: number, { flow }: Admissions) => {
  const uses = new Uint32Array(nodeCount);
  for (const { parts } of ends) for (const { node } of parts) uses[node]! += 1;
  const kept = new Map<number, Int32Array>();
  return (from: number): Int32Array => {
    const known = kept.get(from);
    if (known !== undefined) return known;
    const vector = new Int32Array(nodeCount);
    for (let to = 0; to < nodeCount; to += 1) vector[to] = flow(from, to);
    if (uses[from]! > 1) kept.set(from, vector);
    return vector;
  };
};

/** Ordered pairs of different pods, the first of `a` and the second of `b`, that are local to one machine. */
const countLocalPairs = (a: Part, b: Part): number => {
  if (!a.hostNetwork && !b.hostNetwork) return 0;
  let count = 0;
  for (const [place, ofA] of a.places) count += ofA * ((b.places.get(place) ?? 0) - (a === b ? 1 : 0));
  return count;
};

interface Combined {
  readonly ports: PortSetId;
  readonly partial: PortSetId;
  /** Pairs of nodes that flow and that policies were asked about. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** What all and what any of the pairs of different pods have; null when none has anything. */
const combinePairs = (
  source: End,
  target: End,
  vectors: readonly Int32Array[],
  { table }: Admissions,
): Combined | null => {
  let all: PortSetId = everyPortId;
  let any: PortSetId = emptyPortSetId;
  const pairs: [number, number][] = [];
  source.parts.forEach((a, i) => {
    for (const b of target.parts) {
      const count = a.count * (a === b ? b.count - 1 : b.count);
      const local = countLocalPairs(a, b);
      if (local > 0) any = everyPortId;
      if (local === count) continue;
      const ports = vectors[i]![b.node]!;
      all = table.intersect(all, ports);
      any = table.union(any, ports);
      if (ports !== emptyPortSetId) pairs.push([a.node, b.node]);
    }
  });
  return any === emptyPortSetId ? null : { ports: all, partial: table.subtract(any, all), pairs };
};
