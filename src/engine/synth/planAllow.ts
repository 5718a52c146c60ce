import type { IntentOf } from './Intent.ts';
import { planAllowFlow } from './planAllowFlow.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidates } from './Proposal.ts';

/** The ways to let every source reach every target. */
export function planAllow(base: PlanningBase, { from, to, ports }: IntentOf<'allow'>): Candidates {
  const [source, target] = [from[0], to[0]];
  const [a, b] = [source?.type === 'node' ? source.id : '', target?.type === 'node' ? target.id : ''];
  const result = planAllowFlow(base, { from: a, to: b, ports });
  return result.ok ? { ok: true, candidates: [{ ways: [], plan: result.plan }] } : result;
}
