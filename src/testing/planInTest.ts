import { expect } from 'vitest';
import { applyPlan } from '../engine/edits/applyPlan.ts';
import type { EditPlan } from '../engine/edits/EditPlan.ts';
import { readCluster } from '../engine/cluster/readCluster.ts';
import { computeConnectivity } from '../engine/connectivity/computeConnectivity.ts';
import { parseManifests } from '../engine/manifest/parseManifests.ts';
import { toFilePath, type FilePath } from '../engine/manifest/SourceFile.ts';
import { readPolicies } from '../engine/policy/readPolicies.ts';
import type { FlowChange } from '../engine/synth/FlowChange.ts';
import type { PlanningBase } from '../engine/synth/PlanningBase.ts';

/** From scratch: nothing is taken over from an evaluation before. */
export function readInTest(
  files: readonly { readonly path: string; readonly text: string }[],
  assumeComplete = true,
): PlanningBase {
  const manifests = parseManifests(files.map(({ path, text }) => ({ path: toFilePath(path), text })));
  const connectivity = computeConnectivity(readCluster(manifests), readPolicies(manifests).tiers, { assumeComplete });
  return { manifests, connectivity };
}

export const textsOf = ({ manifests }: PlanningBase): Map<FilePath, string> =>
  new Map(manifests.files.map(({ source }) => [source.path, source.text]));

/** The workspace after a plan, read from scratch; its inverse must give back the bytes. */
export function applyInTest(base: PlanningBase, plan: EditPlan): PlanningBase {
  const applied = applyPlan(textsOf(base), plan);
  if (!applied.ok) throw new Error('the plan fits');
  const back = applyPlan(applied.files, applied.inverse);
  expect(back.ok && back.files).toEqual(textsOf(base));
  const files = [...applied.files].map(([path, text]) => ({ path, text }));
  return readInTest(files, base.connectivity.knowledge.assumesComplete);
}

/** In an order that both ways of making a list share. */
export const sortChanges = (changes: readonly FlowChange[]): readonly string[] =>
  changes.map((change) => JSON.stringify(change)).sort();
