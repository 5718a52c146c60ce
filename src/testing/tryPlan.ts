import { expect } from 'vitest';
import { applyPlan } from '../engine/edits/applyPlan.ts';
import { aliasChoices } from '../engine/edits/AliasChoice.ts';
import { parseManifests } from '../engine/manifest/parseManifests.ts';
import type { ManifestDocument } from '../engine/manifest/ManifestSet.ts';
import type { Intent } from '../engine/synth/Intent.ts';
import { findPlanner } from '../engine/synth/planners.ts';
import type { PlanningBase } from '../engine/synth/PlanningBase.ts';
import type { Candidate } from '../engine/synth/Proposal.ts';
import { expectOnlyIntended } from './expectOnlyIntended.ts';
import { textsOf } from './planInTest.ts';

export interface PlanTrial {
  readonly count: (key: string) => void;
  readonly mayBeEdited: (document: ManifestDocument) => boolean;
  /** Candidates that take whole documents away, which are not compared with anything then. */
  readonly takesDocuments: (candidate: Candidate, intent: Intent) => boolean;
}

/**
 * Every candidate of an intent, unevaluated: it fits, undo gives the bytes back, and nothing changes but what may be edited. What is
 * refused because it is shared is tried in both ways.
 */
export function tryPlan(base: PlanningBase, intent: Intent, trial: PlanTrial): void {
  const found = findPlanner(intent.type).plan(base, intent);
  trial.count(found.ok ? intent.type : `${intent.type} ${found.reason}`);
  if (!found.ok) {
    expect(found.reason).not.toBe('UNVERIFIED');
    if (found.reason !== 'ALIASED' || base.aliases) return;
    for (const aliases of aliasChoices) tryPlan({ ...base, aliases }, intent, trial);
    return;
  }
  for (const candidate of found.candidates) {
    trial.count('edits');
    if (candidate.plan.shared) trial.count(`shared ${candidate.plan.shared.choice}`);
    const applied = applyPlan(textsOf(base), candidate.plan);
    if (!applied.ok) throw new Error('the plan fits');
    const back = applyPlan(applied.files, applied.inverse);
    expect(back.ok && back.files).toEqual(textsOf(base));
    if (trial.takesDocuments(candidate, intent)) continue;
    const files = [...applied.files].map(([path, text]) => ({ path, text }));
    expectOnlyIntended(base.manifests, parseManifests(files, base.manifests), candidate.plan, trial.mayBeEdited);
  }
}
