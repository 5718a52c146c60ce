import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { PlanResult } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import { refuse } from './EndPlan.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { PlanPreview, RemoveFlowArgs } from './PlanPreview.ts';

/**
 * What a plan would do to the flows: it is applied to the files in memory, the new text evaluated, and every flow whose
 * ports change listed, the intended one (`intent`) first. Nothing is written.
 */
export function previewPlan(base: PlanningBase, result: PlanResult, intent: RemoveFlowArgs): PlanPreview {
  if (!result.ok) return { result, changes: [] };
  const after = evaluatePlan(base, result);
  if (after === null) return { result: refuse('UNVERIFIED'), changes: [] };
  const changes = listFlowChanges(base.connectivity, after.connectivity);
  const isIntended = ({ from, to }: RemoveFlowArgs): number => Number(from === intent.from && to === intent.to);
  return { result, changes: [...changes].sort((a, b) => isIntended(b) - isIntended(a)) };
}

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
