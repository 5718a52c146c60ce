import type { Cluster } from '../cluster/Cluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import { isStableLabel } from './isStableLabel.ts';
import type { PlanningBase } from './PlanningBase.ts';

/**
 * The same workspace, evaluated so that plans are evaluated quickly: pods are told apart by every label that a plan may
 * select by. `former`: what an earlier version of the workspace was prepared to.
 */
export function preparePlanning(base: PlanningBase, former: PlanningBase | null): PlanningBase {
  const { cluster, tiers, profile, knowledge } = base.connectivity;
  const previous: Connectivity = former?.connectivity ?? base.connectivity;
  if (previous.cluster === cluster && previous.tiers === tiers && former !== null) {
    return { ...base, connectivity: previous };
  }
  const connectivity = computeConnectivity(cluster, tiers, {
    profile,
    assumeComplete: knowledge.assumesComplete,
    previous,
    lookAt: listKeys(cluster),
  });
  connectivity.flowColumns();
  return { ...base, connectivity };
}

/** The keys that plans may select by: those of the selectors of workloads, and other stable ones of their pods. */
function listKeys({ pods }: Cluster): readonly string[] {
  const keys = new Set<string>();
  const seen = new Set<object>();
  for (const { labels } of pods) {
    if (seen.has(labels)) continue;
    seen.add(labels);
    for (const key of Object.keys(labels)) if (isStableLabel(key)) keys.add(key);
  }
  return [...keys];
}
