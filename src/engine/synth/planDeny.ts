import type { IntentOf } from './Intent.ts';
import { planRemoveFlow } from './planRemoveFlow.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidates } from './Proposal.ts';

/** The ways to keep every source from every target. */
export function planDeny(base: PlanningBase, { from, to, originals }: IntentOf<'deny'>): Candidates {
  const [source, target] = [from[0], to[0]];
  const [a, b] = [source?.type === 'node' ? source.id : '', target?.type === 'node' ? target.id : ''];
  const result = planRemoveFlow(base, { from: a, to: b, ...(originals && { originals }) });
  return result.ok ? { ok: true, candidates: [{ ways: [], plan: result.plan }] } : result;
}
