import type { PortSet, WorkspaceSnapshot } from '../../engine/index.ts';
import { formatPortSet, isEmptyPortSet } from '../../engine/index.ts';
import { groupBy } from '../groupBy.ts';
import { endpointAt } from '../node/Endpoint.ts';

/** One row of the flow table, read. */
export interface FlowRow {
  /** Position in the flow table. */
  readonly index: number;
  /** Node numbers. */
  readonly from: number;
  readonly to: number;
  readonly ports: PortSet;
  readonly partial: PortSet;
  readonly kind: 'rule' | 'open' | 'partial';
}

const nothing: PortSet = { TCP: [], UDP: [], SCTP: [] };

export function readFlow({ flows, portSets }: WorkspaceSnapshot, index: number): FlowRow {
  const ports = portSets[flows.ports[index] ?? 0] ?? nothing;
  const partial = portSets[flows.partial[index] ?? 0] ?? nothing;
  const kind = flows.byRule[index] === 0 ? 'open' : isEmptyPortSet(ports) ? 'partial' : 'rule';
  return { index, from: flows.from[index] ?? 0, to: flows.to[index] ?? 0, ports, partial, kind };
}

/** The flows whose ends pass. */
export function listFlows(
  snapshot: WorkspaceSnapshot,
  passes: (from: number, to: number) => boolean,
): readonly FlowRow[] {
  const { flows } = snapshot;
  const rows: FlowRow[] = [];
  for (let index = 0; index < flows.length; index += 1) {
    if (passes(flows.from[index] ?? 0, flows.to[index] ?? 0)) rows.push(readFlow(snapshot, index));
  }
  return rows;
}

export interface FlowGroup {
  readonly title: string;
  readonly rows: readonly FlowRow[];
}

/** By the namespace of one end, the own one first, what is outside the cluster last. */
export function groupFlows(
  snapshot: WorkspaceSnapshot,
  rows: readonly FlowRow[],
  end: 'from' | 'to',
  own: string | null,
): readonly FlowGroup[] {
  const groups = groupBy(rows, (row) => endpointAt(snapshot, row[end]).namespace);
  const order = (namespace: string | null): number => (namespace === null ? 2 : namespace === own ? 0 : 1);
  return [...groups]
    .sort(([a], [b]) => order(a) - order(b) || (a ?? '').localeCompare(b ?? ''))
    .map(([namespace, members]) => ({ title: namespace ?? 'Outside the cluster', rows: members }));
}

/** `TCP 8080`, with what only some pods have after it. */
export function formatFlowPorts({ ports, partial }: Pick<FlowRow, 'ports' | 'partial'>): string {
  if (isEmptyPortSet(partial)) return formatPortSet(ports);
  const some = `some pods only: ${formatPortSet(partial)}`;
  return isEmptyPortSet(ports) ? some : `${formatPortSet(ports)} · ${some}`;
}
