import type { PlanWarning } from '../edits/EditPlan.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import type { Outside } from './everyoneBut.ts';
import type { Cut } from './findCuts.ts';
import { formatEnds } from './formatEnds.ts';
import { holdsDeny } from './holdsIntent.ts';
import type { IntentOf } from './Intent.ts';
import { isolateExcept } from './isolateExcept.ts';
import { listDenySides, type DenySide } from './listDenySides.ts';
import { planCuts } from './planCuts.ts';
import { planNarrowing, type NarrowedPolicy } from './planNarrowing.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';
import { isValidChoice, toRequestedPorts } from './requestedPorts.ts';
import { resolveEnds } from './resolveEnds.ts';
import { splitPolicy } from './splitPolicy.ts';
import { warnOfHostNetwork } from './toPeerItems.ts';

/**
 * The ways to keep every source from every target, on either side: rules give up the peer or go as they are; rules become
 * narrower and allow all but this; a policy for many becomes two, so that the others keep what they have; an end that is
 * open is isolated, and what flowed before is allowed, except this. Which of them takes the least along is for the
 * evaluation to say. Refusals: NOT_ALLOWED, OPEN_BY_DEFAULT (labels can not isolate an end), NO_PORTS, BAD_CIDR,
 * DOCUMENT_STALE (an end is gone), and those of the text.
 */
export function planDeny(base: PlanningBase, intent: IntentOf<'deny'>): Candidates {
  const ends = resolveEnds(base, intent);
  if ('reason' in ends) return ends;
  if (!intent.ports.every(isValidChoice)) return refuse('NO_PORTS');
  const { from, to } = ends;
  const names = { from: from[0]?.id ?? '', to: to[0]?.id ?? '' };
  if (holdsDeny(base, base, intent) === true) return refuse('NOT_ALLOWED', names);
  const requested = toRequestedPorts(intent.ports);
  const originals = new Map(intent.originals?.map(({ path, text }) => [path, text]));
  const sides = listDenySides(base, ends, requested);
  const on = intent.ports.length > 0 ? ` on ${formatPortSet(requested)}` : '';
  const label = `Deny ${formatEnds(from)} → ${formatEnds(to)}${on}`;
  const isOutside = [from, to].some((side) => side.every(({ type }) => type === 'addresses'));
  const outsides: readonly Outside[] = isOutside ? ['all'] : ['none', 'public'];

  const candidates: Candidate[] = [];
  let refusal = refuse('OPEN_BY_DEFAULT', names);
  const useless = intent.ports.length === 0;
  for (const strategy of listStrategies(base, originals, outsides)) {
    for (const side of sides) {
      const opposite = useless ? (sides.find((other) => other !== side) ?? null) : null;
      // What can not be tidied up at the other side must not stand in the way.
      for (const tidied of opposite ? [opposite, null] : [null]) {
        const planned = strategy(side, tidied);
        if (planned === null) continue;
        const warnings = [...planned.warnings, ...[...from, ...to].flatMap(warnOfHostNetwork)];
        const plan = assemblePlan(base, planned.ends, { label, warnings });
        if (plan.ok) {
          candidates.push({ ways: planned.ways, breadth: planned.breadth, plan: plan.plan });
          break;
        }
        refusal = plan;
      }
    }
  }
  return candidates.length > 0 ? { ok: true, candidates } : refusal;
}

interface SidePlan extends NarrowedPolicy {
  readonly breadth: number;
  readonly warnings: readonly PlanWarning[];
}

type Strategy = (side: DenySide, opposite: DenySide | null) => SidePlan | null;

const listStrategies = (
  base: PlanningBase,
  originals: ReadonlyMap<FilePath, string>,
  outsides: readonly Outside[],
): readonly Strategy[] => [
  (side, opposite) => planRemoval(base, originals, side, opposite),
  ...outsides.flatMap((outside): Strategy[] => [
    (side, opposite) => planPrecisely(base, originals, [side, opposite], outside, [planNarrowing]),
    (side, opposite) => planPrecisely(base, originals, [side, opposite], outside, [splitPolicy, planNarrowing]),
  ]),
];

/**
 * All rules that allow it give up the peer, or go; for all that the policies select and on all ports. At the other side,
 * what allows nothing but these flows goes too. Not where an end is open.
 */
function planRemoval(
  base: PlanningBase,
  originals: ReadonlyMap<FilePath, string>,
  { cuts, open }: DenySide,
  opposite: DenySide | null,
): SidePlan | null {
  if (open.length > 0 || cuts.size === 0) return null;
  const all = new Map(cuts);
  for (const cut of listUseless(opposite)) all.set(cut.policy, [...(all.get(cut.policy) ?? []), cut]);
  const plans: EndPlan[] = [];
  const ways: Way[] = [];
  for (const [policy, own] of all) {
    const plan = planCuts(base, own, originals);
    if ('reason' in plan) return null;
    plans.push(plan);
    ways.push(...(plan.type === 'remove' ? [toPolicyWay(policy)] : own.map(toWay)));
  }
  const warnings = [...all.values()].flat().filter(({ collateral }) => collateral > 0);
  return { ends: plans, ways, breadth: 0, warnings: warnings.map(toWarning) };
}

/** Cuts of rules that allow these flows at the other side, and nothing else: they go with them. */
const listUseless = (opposite: DenySide | null): readonly Cut[] =>
  [...(opposite?.cuts ?? [])].flatMap(([, list]) => list.filter(({ collateral }) => collateral === 0));

type PolicyPlanner = typeof planNarrowing;

/** Policy by policy in the first way that labels can say, else by removal; open ends are isolated. */
function planPrecisely(
  base: PlanningBase,
  originals: ReadonlyMap<FilePath, string>,
  [{ ends, cuts, open }, opposite]: readonly [DenySide, DenySide | null],
  outside: Outside,
  planners: readonly PolicyPlanner[],
): SidePlan | null {
  const [end] = ends;
  if (!end) return null;
  const plans: EndPlan[] = [];
  const ways: Way[] = [];
  for (const [policy, own] of cuts) {
    const subject = ends.find((one) => own.some((cut) => cut.own.some((pod) => one.subject.pods.includes(pod)))) ?? end;
    let planned: NarrowedPolicy | null = null;
    for (const plan of planners) planned ??= plan(base, policy, own, subject, outside);
    if (planned === null) {
      const removal = planCuts(base, own, originals);
      if ('reason' in removal) return null;
      planned = { ends: [removal], ways: removal.type === 'remove' ? [toPolicyWay(policy)] : own.map(toWay) };
    }
    plans.push(...planned.ends);
    ways.push(...planned.ways);
  }
  for (const { end: opened, pods } of open) {
    const isolated = isolateExcept(base, opened, pods, outside);
    if (isolated === null) return null;
    plans.push(...isolated.ends);
    ways.push(...isolated.ways);
  }
  for (const cut of listUseless(opposite)) {
    const removal = planCuts(base, [cut], originals);
    if ('reason' in removal) continue;
    plans.push(removal);
    ways.push(removal.type === 'remove' ? toPolicyWay(cut.policy) : toWay(cut));
  }
  const breadth = open.length > 0 ? 2 : ways.some(({ code }) => code === 'NARROW_SUBJECT') ? 1 : 0;
  return plans.length === 0 ? null : { ends: plans, ways, breadth, warnings: [] };
}

const toPolicyWay = ({ name, namespace, origin }: Policy): Way => ({
  code: 'REMOVE_POLICY',
  args: { policy: name, namespace, file: origin.file },
});

const toWay = ({ policy, rule, peers }: Cut): Way => ({
  code: peers === null ? 'REMOVE_RULE' : 'REMOVE_PEER',
  args: {
    policy: policy.name,
    namespace: policy.namespace,
    direction: rule.direction,
    rule: String(rule.origin.index + 1),
    file: policy.origin.file,
  },
});

const toWarning = ({ rule }: Cut): PlanWarning => ({
  code: 'RULE_COVERS_MORE',
  args: { policy: rule.origin.policy, direction: rule.direction, rule: String(rule.origin.index + 1) },
});
