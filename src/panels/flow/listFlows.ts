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
  /** The import does not say enough to know whether it has them. */
  readonly uncertain: PortSet;
  readonly kind: 'rule' | 'open' | 'partial' | 'uncertain';
}

const nothing: PortSet = { TCP: [], UDP: [], SCTP: [] };

export function readFlow({ flows, portSets }: WorkspaceSnapshot, index: number): FlowRow {
  const ports = portSets[flows.ports[index] ?? 0] ?? nothing;
  const partial = portSets[flows.partial[index] ?? 0] ?? nothing;
  const uncertain = portSets[flows.uncertain[index] ?? 0] ?? nothing;
  const isByRule = flows.byRule[index] !== 0;
  const kind = kindOf({ ports, partial, uncertain, isByRule });
  return { index, from: flows.from[index] ?? 0, to: flows.to[index] ?? 0, ports, partial, uncertain, kind };
}

function kindOf(row: Pick<FlowRow, 'ports' | 'partial' | 'uncertain'> & { isByRule: boolean }): FlowRow['kind'] {
  const hasSome = !isEmptyPortSet(row.partial);
  if (isEmptyPortSet(row.ports) && !hasSome && !isEmptyPortSet(row.uncertain)) return 'uncertain';
  if (!row.isByRule) return 'open';
  return isEmptyPortSet(row.ports) && hasSome ? 'partial' : 'rule';
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

/** `TCP 8080`, with what only some pods have, and what is uncertain, after it. */
export function formatFlowPorts({
  ports,
  partial,
  uncertain,
}: Pick<FlowRow, 'ports' | 'partial' | 'uncertain'>): string {
  const parts = [
    isEmptyPortSet(ports) ? '' : formatPortSet(ports),
    isEmptyPortSet(partial) ? '' : `some pods only: ${formatPortSet(partial)}`,
    isEmptyPortSet(uncertain) ? '' : `uncertain: ${formatPortSet(uncertain)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ') || formatPortSet(ports);
}
