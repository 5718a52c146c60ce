import type { Cluster } from '../cluster/Cluster.ts';
import { emptyPortSet, everyPort } from '../net/portAlgebra.ts';
import type { PortSetTable } from '../net/PortSetTable.ts';
import type { FlowColumns } from './FlowColumns.ts';
import type { FlowEnd, WorkloadFlow } from './Connectivity.ts';

/** The rows of columns, and the pairs that are open by default, as objects, by from then to. Ends are shared. */
export const toWorkloadFlows = (
  columns: FlowColumns,
  table: PortSetTable,
  { workloads }: Pick<Cluster, 'workloads'>,
): readonly WorkloadFlow[] => {
  const ends = Array.from(columns.openEgress, (_, node): FlowEnd =>
    node < workloads.length ? { type: 'workload', index: node } : { type: 'external', index: node - workloads.length },
  );
  const flows: WorkloadFlow[] = [];
  let row = 0;
  ends.forEach((from, source) => {
    const last = source < workloads.length ? ends.length : workloads.length;
    for (let to = 0; to < last; to += 1) {
      if (row < columns.length && columns.from[row] === source && columns.to[row] === to) {
        flows.push(toFlow(columns, table, ends, row));
        row += 1;
      } else if (columns.openEgress[source] === 1 && columns.openIngress[to] === 1) {
        if (source === to && !meetsItself(workloads[source]!)) continue;
        flows.push({
          from,
          to: ends[to]!,
          ports: everyPort,
          partial: emptyPortSet,
          uncertain: emptyPortSet,
          allowedBy: 'default',
        });
      }
    }
  });
  return flows;
};

const toFlow = (columns: FlowColumns, table: PortSetTable, ends: readonly FlowEnd[], row: number): WorkloadFlow => ({
  from: ends[columns.from[row]!]!,
  to: ends[columns.to[row]!]!,
  ports: table.get(columns.ports[row]!),
  partial: table.get(columns.partial[row]!),
  uncertain: table.get(columns.uncertain[row]!),
  allowedBy: columns.byRule[row] === 1 ? 'rule' : 'default',
});

const meetsItself = ({ pods, canHaveTwoPods }: Cluster['workloads'][number]): boolean =>
  pods.length > 1 || canHaveTwoPods;
