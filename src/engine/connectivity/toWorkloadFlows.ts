import type { PortSetTable } from '../net/PortSetTable.ts';
import type { FlowColumns } from './FlowColumns.ts';
import type { FlowEnd, WorkloadFlow } from './Connectivity.ts';

/** The rows of columns as objects; ends and port sets are shared among them. */
export const toWorkloadFlows = (
  columns: FlowColumns,
  table: PortSetTable,
  counts: { readonly workloads: number; readonly externals: number },
): readonly WorkloadFlow[] => {
  const ends = Array.from({ length: counts.workloads + counts.externals }, (_, node): FlowEnd =>
    node < counts.workloads ? { type: 'workload', index: node } : { type: 'external', index: node - counts.workloads },
  );
  return Array.from({ length: columns.length }, (_, row) => ({
    from: ends[columns.from[row]!]!,
    to: ends[columns.to[row]!]!,
    ports: table.get(columns.ports[row]!),
    partial: table.get(columns.partial[row]!),
    allowedBy: columns.byRule[row] === 1 ? 'rule' : 'default',
  }));
};
