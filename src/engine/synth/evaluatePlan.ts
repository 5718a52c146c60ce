import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { PlanResult } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import { supposeWorkloads, toImported } from '../policy/supposeWorkloads.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** The text and its meaning after a plan; null when the plan does not fit the text. */
export function evaluatePlan(
  { manifests, connectivity, policies, supposes = false }: PlanningBase,
  { plan }: Extract<PlanResult, { ok: true }>,
): PlanningBase | null {
  const applied = applyPlan(new Map(manifests.files.map(({ source }) => [source.path, source.text])), plan);
  if (!applied.ok) return null;
  const files = [...applied.files].map(([path, text]) => ({ path, text }));
  const parsed = parseManifests(files, manifests);
  const imported = readCluster(parsed, toImported(connectivity.cluster));
  const read = readPolicies(parsed, policies);
  const cluster = supposes ? supposeWorkloads(imported, read) : imported;
  const { profile, knowledge } = connectivity;
  const options = { profile, assumeComplete: knowledge.assumesComplete, previous: connectivity };
  return {
    manifests: parsed,
    policies: read,
    supposes,
    connectivity: computeConnectivity(cluster, read.tiers, options),
  };
}
