import type { Cluster, Pod } from '../cluster/Cluster.ts';

/** Workloads that pods belong to, by id, in the order of the import. */
export const listWorkloads = (cluster: Cluster, pods: readonly Pod[]): readonly string[] => {
  const found = new Set<string>(pods.map(({ workload }) => workload));
  return cluster.workloads.filter(({ id }) => found.has(id)).map(({ id }) => id);
};

/** How many pods they are; null when one of them only stands for those that a template would make. */
export const countPods = (pods: readonly Pod[]): number | null =>
  pods.some(({ representative }) => representative) ? null : pods.length;
