import type { Pod } from '../cluster/Cluster.ts';
import type { Admitted, Connectivity, EndpointRef, FlowEnd } from '../connectivity/Connectivity.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import { emptyPortSet, isEmptyPortSet } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import { toPortJson, type PortJson } from '../net/toPortJson.ts';
import type { FlowReport, Grouping, ReportEndpoint, ReportFlow } from './FlowReport.ts';
import { createPlaceFinder, toReportProblems } from './toReportProblems.ts';

export interface FlowReportInput {
  readonly connectivity: Connectivity;
  readonly problems: readonly Problem[];
  /** What was analysed, for lines and columns. */
  readonly files: readonly SourceFile[];
}

/** Every allowed flow, version 1 of the report. */
export function toFlowReport(input: FlowReportInput, { by }: { readonly by: Grouping }): FlowReport {
  const { connectivity, problems, files } = input;
  return {
    version: 1,
    profile: connectivity.profile.name,
    endpoints: [
      ...(by === 'workload' ? toWorkloadEndpoints(connectivity) : toPodEndpoints(connectivity)),
      ...connectivity.externals.map(({ id, ranges }) => ({ id, kind: 'External' as const, ranges })),
    ],
    flows: (by === 'workload' ? toWorkloadRows(connectivity) : toPodRows(connectivity)).sort(
      (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to),
    ),
    problems: toReportProblems(problems, createPlaceFinder(files)),
  };
}

/** By code units: the same on every machine, whatever its locale. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareIds = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);

const isReal = (pod: Pod | undefined): pod is Pod => pod !== undefined && !pod.representative;

const toWorkloadEndpoints = ({ cluster }: Connectivity): ReportEndpoint[] =>
  cluster.workloads
    .map(({ id, kind, namespace, name, pods }) => ({
      id,
      kind,
      namespace,
      name,
      pods: pods
        .map((index) => cluster.pods[index])
        .filter(isReal)
        .map((pod) => pod.id),
    }))
    .sort(compareIds);

const toPodEndpoints = ({ cluster }: Connectivity): ReportEndpoint[] => {
  const kinds = new Map(cluster.workloads.map((workload) => [workload.id, workload.kind]));
  return cluster.pods
    .map(({ id, namespace, name, representative, workload }) => ({
      id,
      kind: representative ? (kinds.get(workload) ?? 'Pod') : 'Pod',
      namespace,
      name,
      pods: representative ? [] : [id],
    }))
    .sort(compareIds);
};

function toWorkloadRows(connectivity: Connectivity): ReportFlow[] {
  const nameEnd = (end: FlowEnd): string =>
    (end.type === 'workload' ? connectivity.cluster.workloads : connectivity.externals)[end.index]?.id ?? '';
  const toRow = createToRow();
  return connectivity.workloadFlows().map((flow) => toRow(nameEnd(flow.from), nameEnd(flow.to), flow));
}

function toPodRows(connectivity: Connectivity): ReportFlow[] {
  const { cluster } = connectivity;
  const pods = cluster.pods.map(({ id, index }) => ({ id, ref: toRef('pod', index) }));
  const externals = connectivity.externals.map(({ id, index }) => ({ id, ref: toRef('external', index) }));
  const rows: ReportFlow[] = [];
  const toRow = createToRow();
  const add = (from: string, to: string, flow: Admitted): void => {
    if (!isEmptyPortSet(flow.ports) || !isEmptyPortSet(flow.uncertain)) rows.push(toRow(from, to, flow));
  };
  for (const from of [...pods, ...externals]) {
    for (const to of from.ref.type === 'pod' ? [...pods, ...externals] : pods) {
      if (from !== to) add(from.id, to.id, connectivity.flow(from.ref, to.ref));
    }
  }
  // A pod always reaches itself, which is no flow between two endpoints; two pods behind one representative make one.
  for (const { pods: members, canHaveTwoPods } of cluster.workloads) {
    const [pod] = members.map((index) => cluster.pods[index]);
    if (pod?.representative && canHaveTwoPods) add(pod.id, pod.id, connectivity.flowToReplica(pod.index));
  }
  return rows;
}

const toRef = (type: EndpointRef['type'], index: number): EndpointRef => ({ type, index });

type ToRow = (from: string, to: string, flow: Admitted & { readonly partial?: PortSet }) => ReportFlow;

/** Millions of rows share a few sets of ports. */
function createToRow(): ToRow {
  const known = new Map<PortSet, PortJson>();
  const toJson = (set: PortSet): PortJson => {
    const json = known.get(set) ?? toPortJson(set);
    known.set(set, json);
    return json;
  };
  return (from, to, { ports, partial = emptyPortSet, uncertain }) => ({
    from,
    to,
    ports: toJson(ports),
    ...(isEmptyPortSet(partial) ? {} : { partial: toJson(partial) }),
    ...(isEmptyPortSet(uncertain) ? {} : { uncertain: toJson(uncertain) }),
  });
}
