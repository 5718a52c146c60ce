import type { PlanResult, PlanWarning } from '../edits/EditPlan.ts';
import type { Direction, Policy } from '../policy/PolicyRule.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findCuts, type Cut } from './findCuts.ts';
import { planCuts } from './planCuts.ts';
import { warnOfHostNetwork } from './toPeerItems.ts';
import { findIntentEnd, listIsolated, type IntentEnd, type PlanningBase } from './PlanningBase.ts';
import type { RemoveFlowArgs } from './PlanPreview.ts';

/**
 * The smallest edit after which `from` no longer reaches `to`: all rules that allow it at one end give up the peer, or go.
 * The end is the one where the least else goes with it, ingress first; at the other end, what allows nothing but this
 * flow goes too.
 * Refusals: OPEN_BY_DEFAULT (no policy isolates an end), NOT_ALLOWED, DOCUMENT_STALE (an end is gone), and those of the text.
 */
export function planRemoveFlow(base: PlanningBase, args: RemoveFlowArgs): PlanResult {
  const originals = new Map(args.originals?.map(({ path, text }) => [path, text]));
  const from = findIntentEnd(base, args.from);
  const to = findIntentEnd(base, args.to);
  if (!from || !to) return refuse('DOCUMENT_STALE', { endpoint: from ? args.to : args.from });
  const directions = ['ingress', 'egress'] as const;
  const ends = directions.map((direction) => ({
    cuts: findCuts(base, direction, from, to),
    closes: isWhollyIsolated(base, direction, direction === 'ingress' ? to : from),
  }));
  const closing = ends.filter(({ closes }) => closes).sort((a, b) => sumCollateral(a.cuts) - sumCollateral(b.cuts));
  const [chosen] = closing;
  if (!chosen) return refuse('OPEN_BY_DEFAULT', { from: args.from, to: args.to });
  if (closing.some(({ cuts }) => cuts.length === 0)) return refuse('NOT_ALLOWED', { from: args.from, to: args.to });

  const useless = ends.filter((end) => end !== chosen).flatMap(({ cuts }) => cuts);
  const cuts = [...chosen.cuts, ...useless.filter(({ collateral }) => collateral === 0)];
  const plans: EndPlan[] = [];
  for (const group of groupByPolicy(cuts)) {
    const plan = planCuts(base, group, originals);
    if ('reason' in plan) return plan;
    plans.push(plan);
  }
  return assemblePlan(base.manifests, plans, {
    label: `Remove ${from.name} → ${to.name}`,
    warnings: [
      ...cuts.filter(({ collateral }) => collateral > 0).map(toWarning),
      ...[from, to].flatMap(warnOfHostNetwork),
    ],
  });
}

/** Only there a cut takes the whole flow away: pods that no policy selects stay open. Those on the host network always do. */
function isWhollyIsolated(base: PlanningBase, direction: Direction, end: IntentEnd): boolean {
  if (end.type === 'external') return false;
  const pods = end.pods.filter(({ hostNetwork }) => !hostNetwork);
  return pods.length > 0 && listIsolated(base, { direction, pods }).length === pods.length;
}

const sumCollateral = (cuts: readonly Cut[]): number => cuts.reduce((sum, { collateral }) => sum + collateral, 0);

function groupByPolicy(cuts: readonly Cut[]): readonly (readonly Cut[])[] {
  const groups = new Map<Policy, Cut[]>();
  for (const cut of cuts) groups.set(cut.policy, [...(groups.get(cut.policy) ?? []), cut]);
  return [...groups.values()];
}

const toWarning = ({ rule }: Cut): PlanWarning => ({
  code: 'RULE_COVERS_MORE',
  args: { policy: rule.origin.policy, direction: rule.direction, rule: String(rule.origin.index + 1) },
});
