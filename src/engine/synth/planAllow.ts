import type { PlanWarning, Refusal } from '../edits/EditPlan.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { assemblePlan } from './assemblePlan.ts';
import { createPolicy } from './createPolicy.ts';
import { refuse } from './EndPlan.ts';
import type { EndOption } from './EndOption.ts';
import { findNeeds } from './findNeeds.ts';
import { formatEnds } from './formatEnds.ts';
import type { IntentOf } from './Intent.ts';
import { listRuleAdditions } from './listRuleAdditions.ts';
import type { NeededEnd } from './NeededEnd.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates } from './Proposal.ts';
import { isValidChoice, toRequestedPorts } from './requestedPorts.ts';
import { resolveEnds } from './resolveEnds.ts';
import type { TargetEnd } from './resolveTarget.ts';
import { plainForm, type RuleForm } from './writeRule.ts';

/**
 * The ways to let every source reach every target: each end that is isolated and does not admit it yet gets a port, a peer
 * or a rule in a policy of its own, or a new policy; first what names exactly the other ends, then what names more. Open
 * ends need nothing. Refusals: SAME_ENDPOINT, EXTERNAL_TO_EXTERNAL, NO_PORTS (a port that no API server takes), BAD_CIDR,
 * HOST_NETWORK, NO_LABELS, ALREADY_ALLOWED, DOCUMENT_STALE (an end is gone), and those of the text.
 */
export function planAllow(base: PlanningBase, intent: IntentOf<'allow'>): Candidates {
  const ends = resolveEnds(base, intent);
  if ('reason' in ends) return ends;
  if (!intent.ports.every(isValidChoice)) return refuse('NO_PORTS');
  const { from, to } = ends;
  const needs = findNeeds(base, from, to, intent.ports);
  const host = [...needs.flatMap(({ others }) => others)].find(isOnHostNetwork);
  if (host) return refuse('HOST_NETWORK', { workload: host.id });
  if (needs.length === 0) return refuse('ALREADY_ALLOWED', { from: from[0]?.id ?? '', to: to[0]?.id ?? '' });

  const options: (readonly EndOption[])[] = [];
  for (const need of needs) {
    const found = listOptions(base, need);
    if ('reason' in found) return found;
    options.push(found);
  }
  const ports = formatPortSet(toRequestedPorts(intent.ports));
  const label = `Allow ${formatEnds(from)} → ${formatEnds(to)} on ${ports}`;
  const candidates: Candidate[] = [];
  let refusal: Refusal | null = null;
  for (const combination of combine(options)) {
    const plan = assemblePlan(
      base,
      combination.flatMap((option) => option.ends),
      { label, warnings: distinctWarnings(combination) },
    );
    if (plan.ok) {
      const breadth = combination.reduce((sum, option) => sum + option.breadth, 0);
      candidates.push({ ways: combination.map(({ way }) => way), breadth, plan: plan.plan });
    } else refusal ??= plan;
  }
  return candidates.length > 0 ? { ok: true, candidates } : (refusal ?? refuse('UNVERIFIED'));
}

const isOnHostNetwork = (end: TargetEnd): boolean =>
  end.type === 'pods' && end.pods.length > 0 && end.pods.every(({ hostNetwork }) => hostNetwork);

/** The first choice at every end; then, end by end, each other choice beside the first ones. */
function combine(options: readonly (readonly EndOption[])[]): readonly (readonly EndOption[])[] {
  const first = options.flatMap(([option]) => option ?? []);
  const others = options.flatMap((choices, index) =>
    choices.slice(1).map((choice) => first.map((option, position) => (position === index ? choice : option))),
  );
  return [first, ...others];
}

const forms: readonly RuleForm[] = [
  plainForm,
  { peers: 'exact', ports: 'named' },
  { peers: 'namespace', ports: 'numbers' },
  { peers: 'labels', ports: 'numbers' },
];

/** As many ways as anyone wants to choose from, for one end. */
const mostOptions = 4;

/**
 * The ways that differ in kind, of those whose text can be made and proven: what is narrowest first. A new policy is always among
 * them when labels can say it.
 */
function listOptions(base: PlanningBase, needed: NeededEnd): readonly EndOption[] | Refusal {
  const created = createPolicy(base, needed, plainForm);
  const found = [
    ...listRuleAdditions(base, needed, plainForm, 'own').slice(0, 2),
    created,
    ...forms.slice(1).flatMap((form) => {
      if (!isApplicable(needed, form)) return [];
      return [listRuleAdditions(base, needed, form, 'own').at(-1) ?? createPolicy(base, needed, form)];
    }),
    ...listRuleAdditions(base, needed, plainForm, 'shared')
      .slice(-1)
      .map((option) => ({ ...option, breadth: option.breadth + 1 })),
  ];
  const words = { label: '' };
  const isNameless = 'reason' in created && created.reason === 'NO_LABELS';
  const wide = needed.others.find((end) => end.type === 'pods' && end.workload !== null);
  const options = found
    .flatMap((option) => ('reason' in option ? [] : [option]))
    .map((option): EndOption => {
      if (!isNameless || option.way.args.peers !== 'namespace') return option;
      const warning: PlanWarning = { code: 'NAMESPACE_WIDE', args: { workload: wide?.name ?? '' } };
      return { ...option, warnings: [...option.warnings, warning] };
    });
  const proven = options.filter(({ ends }) => assemblePlan(base, ends, words).ok).slice(0, mostOptions);
  if (proven.length > 0) return proven;
  return 'reason' in created ? created : options.slice(0, 1);
}

/** Whether a form says something else than the plain one. */
function isApplicable({ others, subject, ports }: NeededEnd, { peers, ports: naming }: RuleForm): boolean {
  const workloads = others.flatMap((end) => (end.type === 'pods' && end.workload !== null ? [end] : []));
  if (naming === 'named') return ports.length > 0;
  return peers === 'labels' ? workloads.some(({ namespace }) => namespace !== subject.namespace) : workloads.length > 0;
}

function distinctWarnings(options: readonly EndOption[]): readonly PlanWarning[] {
  const seen = new Map<string, PlanWarning>();
  for (const warning of options.flatMap(({ warnings }) => warnings)) seen.set(JSON.stringify(warning), warning);
  return [...seen.values()];
}
