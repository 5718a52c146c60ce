import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { PlanResult } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** The text and its meaning after a plan; null when the plan does not fit the text. */
export function evaluatePlan(
  { manifests, connectivity }: PlanningBase,
  { plan }: Extract<PlanResult, { ok: true }>,
): PlanningBase | null {
  const applied = applyPlan(new Map(manifests.files.map(({ source }) => [source.path, source.text])), plan);
  if (!applied.ok) return null;
  const files = [...applied.files].map(([path, text]) => ({ path, text }));
  const parsed = parseManifests(files, manifests);
  const cluster = readCluster(parsed);
  const { tiers } = readPolicies(parsed);
  const { profile, knowledge } = connectivity;
  const options = { profile, assumeComplete: knowledge.assumesComplete, previous: connectivity };
  return { manifests: parsed, connectivity: computeConnectivity(cluster, tiers, options) };
}
