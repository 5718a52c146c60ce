import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { Match } from '../labels/Match.ts';
import { measureDistance } from './measureDistance.ts';
import type { MissCause } from './MissCause.ts';
import { shownWorkloads } from './PolicyExplanation.ts';
import type { NearestPod, Selected } from './PolicyExplanation.ts';
import type { Sample } from './Sample.ts';

/** Pods of the samples that match, by workload. */
export const describeSelection = (
  { cluster }: Connectivity,
  samples: readonly Sample[],
  match: (sample: Sample) => Match,
): Selected => {
  const workloads = new Map<number, { pods: number; perhaps: number }>();
  for (const sample of samples) {
    if (sample.end.type === 'external') continue;
    const found = match(sample);
    if (found === 'no') continue;
    const count = workloads.get(sample.end.index) ?? { pods: 0, perhaps: 0 };
    workloads.set(sample.end.index, count);
    if (found === 'yes') count.pods += sample.endpoints.length;
    else count.perhaps += sample.endpoints.length;
  }
  const counts = [...workloads.values()];
  const namespaces = [...workloads.keys()].map((index) => cluster.workloads[index]!.namespace);
  return {
    pods: counts.reduce((sum, { pods }) => sum + pods, 0),
    perhaps: counts.reduce((sum, { perhaps }) => sum + perhaps, 0),
    workloads: [...workloads]
      .slice(0, shownWorkloads)
      .map(([index, count]) => ({ id: cluster.workloads[index]!.id, ...count })),
    workloadCount: workloads.size,
    namespaces: [...new Set(namespaces)].sort(),
  };
};

/** The pod that a selection misses by the least; null when there is none to compare. */
export const findNearestPod = (
  { cluster }: Connectivity,
  samples: readonly Sample[],
  findCauses: (pod: Pod) => readonly MissCause[],
): NearestPod | null => {
  let best: { readonly found: NearestPod; readonly distance: number } | null = null;
  for (const { endpoints, end } of samples) {
    if (end.type === 'external') continue;
    const pod = cluster.pods[endpoints[0]!.index]!;
    const causes = findCauses(pod);
    const distance = measureDistance(causes);
    if (causes.length > 0 && (best === null || distance < best.distance)) {
      best = { found: { pod: pod.id, causes }, distance };
    }
  }
  return best?.found ?? null;
};
