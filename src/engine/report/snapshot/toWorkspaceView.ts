import type { SnapshotRows, WorkloadRow, WorkloadView, WorkspaceSnapshot } from '../../WorkspaceSnapshot.ts';
import { readPodTable } from './PodTable.ts';

/** A workload as the screen reads it: its pods become objects when someone looks at them. */
export const toWorkloadView = ({ podTable, ...row }: WorkloadRow): WorkloadView => {
  let pods: WorkloadView['pods'] | null = null;
  return {
    ...row,
    get pods() {
      return (pods ??= podTable === null ? [] : readPodTable(podTable, row.namespace));
    },
  };
};

/** The snapshot that rows stand for. Workloads whose rows are those of `previous` are the same objects as there. */
export const toWorkspaceView = (
  rows: SnapshotRows,
  previous?: { readonly rows: SnapshotRows; readonly view: WorkspaceSnapshot },
): WorkspaceSnapshot => {
  if (previous !== undefined && rows.workloads === previous.rows.workloads)
    return { ...rows, workloads: previous.view.workloads };
  const former = new Map(previous?.rows.workloads.map((row, index) => [row, previous.view.workloads[index]]));
  return { ...rows, workloads: rows.workloads.map((row) => former.get(row) ?? toWorkloadView(row)) };
};
