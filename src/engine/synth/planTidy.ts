import { detectTextStyle } from '../edits/detectTextStyle.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findPolicyText, findRuleMap, type PolicyText } from './findPolicyText.ts';
import { findCoveredRules } from './findCoveredRules.ts';
import type { IntentOf } from './Intent.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import { findIsolationChanges } from './measureEffect.ts';
import { listPolicies, type PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';
import { toPeerValue, toPortValue, toRuleValue, toSelectorValue } from './toRuleValue.ts';
import { policyTypes } from '../policy/policyTypes.ts';

type TidyIntent = IntentOf<'tidy'>;

/** One thing that can be said in fewer or plainer words. Steps that touch the same part of a text can not be made together. */
interface TidyStep {
  readonly way: Way;
  readonly ends: readonly EndPlan[];
  readonly touches: readonly string[];
}

/**
 * The same flows in fewer words: rules that another one covers go, rules with equal peers or equal ports become one, and so
 * do policies with equal subjects; `from: []` and types that go without saying are written out. All together first, then
 * each alone. Whether nothing changes is for the evaluation to prove. Refusal: NOTHING_TO_TIDY.
 */
export function planTidy(base: PlanningBase, { policy: id }: TidyIntent): Candidates {
  const all = listPolicies(base);
  const policies = id === null ? all : all.filter((policy) => policy.id === id);
  if (policies.length === 0) return refuse('DOCUMENT_STALE', { endpoint: id ?? '' });
  const steps = [
    ...policies.flatMap((policy) => listOwnSteps(base, policy, id !== null)),
    ...listPolicyMerges(base, all, id),
  ];
  const label = id === null ? 'Tidy the policies' : `Tidy ${policies[0]?.name ?? ''}`;
  const together = chooseTogether(steps);
  const sets = together.length > 1 ? [together, ...steps.map((step) => [step])] : steps.map((step) => [step]);
  const candidates = sets.flatMap((set, breadth): Candidate[] => {
    const plan = assemblePlan(
      base,
      set.flatMap(({ ends }) => ends),
      { label },
    );
    return plan.ok ? [{ ways: set.map(({ way }) => way), breadth, plan: plan.plan }] : [];
  });
  return candidates.length > 0 ? { ok: true, candidates } : refuse('NOTHING_TO_TIDY');
}

/** Whether no flow and no isolation is any different: the proof. */
export const holdsTidy = (before: PlanningBase, after: PlanningBase): boolean =>
  listFlowChanges(before.connectivity, after.connectivity).length === 0 &&
  findIsolationChanges(before.connectivity, after.connectivity).length === 0;

/** As many steps, in their order, as do not touch each other. */
function chooseTogether(steps: readonly TidyStep[]): readonly TidyStep[] {
  const touched = new Set<string>();
  return steps.filter(({ touches }) => {
    if (touches.some((part) => touched.has(part))) return false;
    for (const part of touches) touched.add(part);
    return true;
  });
}

function listOwnSteps(base: PlanningBase, policy: Policy, thoroughly: boolean): readonly TidyStep[] {
  const text = findPolicyText(base, policy);
  if (text === null) return [];
  return [
    ...listDrops(base, policy, text, thoroughly),
    ...listRuleMerges(policy, text),
    ...listExplicitForms(policy, text),
  ];
}

const argsOf = ({ object, file }: PolicyText): Way['args'] => ({
  policy: object.name,
  namespace: object.namespace,
  file: file.source.path,
});

const toEnd = (text: PolicyText, changes: readonly TreeChange[]): EndPlan => ({
  type: 'change',
  file: text.file,
  document: text.document,
  changes,
  style: detectTextStyle(text.file.source.text, [text.spec, text.object.source.node]),
});

/** Rules that go because others of the workspace say all of it; those others stay. One step for each direction. */
function listDrops(base: PlanningBase, policy: Policy, text: PolicyText, thoroughly: boolean): readonly TidyStep[] {
  const covered = findCoveredRules(base, policy, thoroughly);
  return (['ingress', 'egress'] as const).flatMap((direction): TidyStep[] => {
    const found = covered.filter(({ rule }) => rule.direction === direction);
    const rules = policy.rules.filter((rule) => rule.direction === direction);
    // A policy without rules of a direction would read as if it denied everything.
    const own = found.length === rules.length ? found.slice(0, -1) : found;
    const [first] = own;
    if (!first) return [];
    const positions = own.map(({ rule }) => rule.origin.index);
    const change: TreeChange = { type: 'removeItems', map: text.spec, key: direction, positions, whenEmpty: 'empty' };
    const by = first.by.map((rule) => `${rule.policy} ${direction} rule ${rule.index + 1}`).join(', ');
    const args = {
      ...argsOf(text),
      direction,
      rule: positions.map((position) => position + 1).join(', '),
      coveredBy: by,
    };
    const touches = [`${policy.id} ${direction}`, ...own.flatMap((one) => one.by.map((rule) => `kept ${rule.policy}`))];
    return [{ way: { code: 'DROP_RULE', args }, ends: [toEnd(text, [change])], touches: [...touches, policy.id] }];
  });
}

const keyOfPeers = (rule: PolicyRule): string => JSON.stringify(rule.peers?.map(toPeerValue) ?? null);
const keyOfPorts = (rule: PolicyRule): string => JSON.stringify(rule.ports?.map(toPortValue) ?? null);

/** The second of two rules with equal peers or equal ports goes into the first. */
function listRuleMerges(policy: Policy, text: PolicyText): readonly TidyStep[] {
  return (['ingress', 'egress'] as const).flatMap((direction) => {
    const rules = policy.rules.filter((rule) => rule.direction === direction);
    for (const [index, first] of rules.entries()) {
      for (const second of rules.slice(index + 1)) {
        const change = mergeRules(text, first, second);
        if (change === null) continue;
        const removal: TreeChange = {
          type: 'removeItems',
          map: text.spec,
          key: direction,
          positions: [second.origin.index],
          whenEmpty: 'empty',
        };
        const numbers = `${first.origin.index + 1} and ${second.origin.index + 1}`;
        const way: Way = { code: 'MERGE_RULES', args: { ...argsOf(text), direction, rules: numbers } };
        return [{ way, ends: [toEnd(text, [change, removal])], touches: [`${policy.id} ${direction}`, policy.id] }];
      }
    }
    return [];
  });
}

function mergeRules(text: PolicyText, first: PolicyRule, second: PolicyRule): TreeChange | null {
  const map = findRuleMap(text, first);
  if (map === null) return null;
  const key = first.direction === 'ingress' ? 'from' : 'to';
  if (keyOfPorts(first) === keyOfPorts(second) && first.peers !== null && second.peers !== null) {
    return { type: 'addItems', map, key, items: listNew(first.peers.map(toPeerValue), second.peers.map(toPeerValue)) };
  }
  if (keyOfPeers(first) === keyOfPeers(second) && first.ports !== null && second.ports !== null) {
    return {
      type: 'addItems',
      map,
      key: 'ports',
      items: listNew(first.ports.map(toPortValue), second.ports.map(toPortValue)),
    };
  }
  return null;
}

const listNew = <T>(known: readonly T[], items: readonly T[]): readonly T[] => {
  const keys = new Set(known.map((item) => JSON.stringify(item)));
  return items.filter((item) => !keys.has(JSON.stringify(item)));
};

/** `from: []` means everyone, which no `from` says too; types that are the default are stated. */
function listExplicitForms(policy: Policy, text: PolicyText): readonly TidyStep[] {
  const { spec } = text;
  const steps = policy.rules.flatMap((rule): TidyStep[] => {
    const map = findRuleMap(text, rule);
    const empty = map?.entries.filter(
      ({ key, value }) => ['from', 'to', 'ports'].includes(key.text) && isEmptyList(value),
    );
    if (!map || !empty || empty.length === 0) return [];
    const { direction, origin } = rule;
    const changes: readonly TreeChange[] =
      empty.length < map.entries.length
        ? empty.map(({ key }) => ({ type: 'removeEntry', map, key: key.text }))
        : [{ type: 'setItem', map: spec, key: direction, position: origin.index, value: {} }];
    const args = { ...argsOf(text), direction, rule: String(origin.index + 1) };
    return [
      { way: { code: 'EXPLICIT_FORM', args }, ends: [toEnd(text, changes)], touches: [`${policy.id} ${direction}`] },
    ];
  });
  const types = findOwnEntry(spec, 'policyTypes')?.value;
  if (types?.type === 'seq' && types.items.length > 0) return steps;
  const items = policy.isolates.map((direction) => policyTypes[direction]);
  const stated: TreeChange = { type: 'addItems', map: spec, key: 'policyTypes', items, placeAfter: 'podSelector' };
  const way: Way = { code: 'EXPLICIT_FORM', args: argsOf(text) };
  return [...steps, { way, ends: [toEnd(text, [stated])], touches: [`${policy.id} types`] }];
}

const isEmptyList = (value: { readonly type: string; readonly items?: readonly unknown[]; readonly value?: unknown }) =>
  (value.type === 'seq' && value.items?.length === 0) || (value.type === 'scalar' && value.value === null);

/** The second of two policies that select the same pods and isolate the same directions goes into the first. */
function listPolicyMerges(base: PlanningBase, policies: readonly Policy[], id: string | null): readonly TidyStep[] {
  const groups = new Map<string, Policy[]>();
  for (const policy of policies) {
    const { namespace, subject, isolates } = policy;
    const key = JSON.stringify([namespace, toSelectorValue(subject.pods), isolates]);
    groups.set(key, [...(groups.get(key) ?? []), policy]);
  }
  return [...groups.values()].flatMap((group): TidyStep[] => {
    const [first, second] = group;
    if (!first || !second || (id !== null && first.id !== id && second.id !== id)) return [];
    const [into, from] = [findPolicyText(base, first), findPolicyText(base, second)];
    if (!into || !from || !isPlain(from)) return [];
    const changes = (['ingress', 'egress'] as const).flatMap((direction): TreeChange[] => {
      const items = second.rules
        .filter((rule) => rule.direction === direction)
        .map((rule) => toRuleValue(rule, rule.peers?.map(toPeerValue) ?? null, rule.ports?.map(toPortValue) ?? null));
      return items.length > 0 ? [{ type: 'addItems', map: into.spec, key: direction, items }] : [];
    });
    const ends: EndPlan[] = [
      ...(changes.length > 0 ? [toEnd(into, changes)] : []),
      { type: 'remove', file: from.file, document: from.document },
    ];
    const way: Way = { code: 'MERGE_POLICIES', args: { ...argsOf(into), others: second.name } };
    const touches = [first, second].flatMap((policy) => [
      policy.id,
      `kept ${policy.id}`,
      `${policy.id} ingress`,
      `${policy.id} egress`,
      `${policy.id} types`,
    ]);
    return [{ way, ends, touches }];
  });
}

/** Alone in its document, and without a word of its author's that would be lost. */
const isPlain = ({ document, object, file }: PolicyText): boolean =>
  document.objects.length === 1 &&
  !object.source.inList &&
  !/(?:^|\s)#/.test(file.source.text.slice(document.range.start, document.range.end));
