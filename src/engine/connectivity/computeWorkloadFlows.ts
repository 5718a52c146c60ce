import type { Cluster, Workload } from '../cluster/Cluster.ts';
import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { NodePlaces } from './computeNodePlaces.ts';
import type { PodClasses } from './computePodClasses.ts';
import type { FlowEnd, WorkloadFlow } from './Connectivity.ts';

/** The pods of one workload that are of one class. */
interface Part {
  readonly node: number;
  readonly hostNetwork: boolean;
  count: number;
  /** How many of them are on which machine; only where that can matter. */
  readonly places: Map<number, number>;
}

const partsOf = (workload: Workload, { classes, classOf }: PodClasses, { placeOf, hasLocal }: NodePlaces): Part[] => {
  const parts = new Map<number, Part>();
  for (const pod of workload.pods) {
    const node = classOf[pod]!;
    const part = parts.get(node) ?? {
      node,
      hostNetwork: classes[node]!.hostNetwork,
      count: 0,
      places: new Map<number, number>(),
    };
    part.count += 1;
    const place = placeOf[pod]!;
    if (hasLocal && place !== -1) part.places.set(place, (part.places.get(place) ?? 0) + 1);
    parts.set(node, part);
  }
  return [...parts.values()];
};

/** Ordered pairs of different pods, the first of `a` and the second of `b`, that are local to one machine. */
const countLocalPairs = (a: Part, b: Part): number => {
  if (!a.hostNetwork && !b.hostNetwork) return 0;
  let count = 0;
  for (const [place, ofA] of a.places) count += ofA * ((b.places.get(place) ?? 0) - (a === b ? 1 : 0));
  return count;
};

interface Found {
  readonly ports: PortSetId;
  readonly partial: PortSetId;
  readonly byRule: boolean;
}

/** Collects what the pairs of pods of one pair of workloads have: what all have, what any has. */
const createCollector = (admissions: Admissions) => {
  const { table, flow, isIsolated } = admissions;
  let all: PortSetId = everyPortId;
  let any: PortSetId = emptyPortSetId;
  let byRule = false;
  return {
    start: (): void => {
      all = everyPortId;
      any = emptyPortSetId;
      byRule = false;
    },
    addPair: (from: number, to: number): void => {
      const ports = flow(from, to);
      all = table.intersect(all, ports);
      any = table.union(any, ports);
      if (ports !== emptyPortSetId && (isIsolated('egress', from) || isIsolated('ingress', to))) byRule = true;
    },
    addLocalPair: (): void => {
      any = everyPortId;
    },
    finish: (): Found | null =>
      any === emptyPortSetId ? null : { ports: all, partial: table.subtract(any, all), byRule },
  };
};

/** All flows between workloads and with external endpoints that have at least one port, by from then to. */
export const computeWorkloadFlows = (
  cluster: Cluster,
  podClasses: PodClasses,
  admissions: Admissions,
  places: NodePlaces,
  externalCount: number,
): readonly WorkloadFlow[] => {
  const { workloads } = cluster;
  const parts = workloads.map((workload) => partsOf(workload, podClasses, places));
  const workloadEnds = workloads.map(({ index }): FlowEnd => ({ type: 'workload', index }));
  const externalEnds = Array.from({ length: externalCount }, (_, index): FlowEnd => ({ type: 'external', index }));
  const externalNode = (external: number): number => podClasses.classes.length + external;
  const collector = createCollector(admissions);
  const flows: WorkloadFlow[] = [];

  const finish = (from: FlowEnd, to: FlowEnd): void => {
    const found = collector.finish();
    if (found === null) return;
    flows.push({
      from,
      to,
      ports: admissions.table.get(found.ports),
      partial: admissions.table.get(found.partial),
      allowedBy: found.byRule ? 'rule' : 'default',
    });
  };

  const addPairs = (a: Part, b: Part): void => {
    const pairs = a.count * (a === b ? b.count - 1 : b.count);
    const local = countLocalPairs(a, b);
    if (local > 0) collector.addLocalPair();
    if (local < pairs) collector.addPair(a.node, b.node);
  };

  workloads.forEach((workload, from) => {
    const fromParts = parts[from]!;
    for (let to = 0; to < workloads.length; to += 1) {
      if (to === from && !hasPairs(workload)) continue;
      collector.start();
      if (to === from && workload.pods.length === 1) {
        // Its second pod is not in the import: one more of the same class, on a machine we do not know.
        collector.addPair(fromParts[0]!.node, fromParts[0]!.node);
      } else {
        for (const a of fromParts) for (const b of parts[to]!) addPairs(a, b);
      }
      finish(workloadEnds[from]!, workloadEnds[to]!);
    }
    externalEnds.forEach((end, external) => {
      collector.start();
      for (const { node } of fromParts) collector.addPair(node, externalNode(external));
      finish(workloadEnds[from]!, end);
    });
  });
  externalEnds.forEach((end, external) => {
    parts.forEach((toParts, to) => {
      collector.start();
      for (const { node } of toParts) collector.addPair(externalNode(external), node);
      finish(end, workloadEnds[to]!);
    });
  });
  return flows;
};

/** Two different pods of it are in the import, or can exist. */
const hasPairs = ({ pods, canHaveTwoPods }: Workload): boolean => pods.length > 1 || canHaveTwoPods;
