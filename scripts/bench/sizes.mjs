/** The clusters of the benchmarks, by name. */
export const sizes = {
  '10k': { namespaces: 100, workloads: 2_000, podsPerWorkload: 5, policies: 1_000, seed: 10, pods: 'real' },
  '50k': { namespaces: 200, workloads: 10_000, podsPerWorkload: 5, policies: 2_000, seed: 50, pods: 'real' },
  '150k': { namespaces: 500, workloads: 15_000, podsPerWorkload: 10, policies: 5_000, seed: 150, pods: 'real' },
};

export const describeSize = ({ namespaces, workloads, podsPerWorkload, policies }) =>
  `${count(workloads * podsPerWorkload)} pods, ${count(workloads)} workloads, ${count(policies)} policies, ${count(namespaces)} namespaces`;

export const count = (value) => value.toLocaleString('en');
