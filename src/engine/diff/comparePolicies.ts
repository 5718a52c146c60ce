import { findEntry } from '../manifest/findEntry.ts';
import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import { compareText } from './compareText.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import { equalNodes } from './equalNodes.ts';
import { toPolicyMeaning, type PolicyMeaning, type RuleMeaning } from './toPolicyMeaning.ts';
import type { ChangeKind, PolicyChange, PolicyStatus, RuleChange } from './WorkspaceDiff.ts';

/** One policy object on one side; `policy` when it is evaluated. */
interface Standing {
  readonly status: Exclude<PolicyStatus, 'absent'>;
  readonly object: PolicyObject;
  readonly policy: Policy | null;
}

/** The policies that differ in meaning, by id: evaluated ones by their normal form, others by their text as data. */
export const comparePolicies = (sides: Sides<DiffSide>): readonly PolicyChange[] => {
  const { before, after } = mapSides(sides, listStandings);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(compareText)
    .flatMap((id) => comparePair(before.get(id), after.get(id)) ?? []);
};

/** By id, with the API group for kinds that are not evaluated: those may share an id with one that is. */
const listStandings = ({ manifests, tiers, notEvaluated }: DiffSide): ReadonlyMap<string, Standing> => {
  const policies = new Map(tiers.flatMap((tier) => tier.policies.map((policy) => [policy.id, policy])));
  const unknown = new Set(notEvaluated);
  return new Map(
    manifests.objects.flatMap((object): [string, Standing][] => {
      if (object.type !== 'policy') return [];
      if (unknown.has(object)) {
        return [[`${object.id} ${object.apiVersion}`, { status: 'notEvaluated', object, policy: null }]];
      }
      const policy = policies.get(object.id) ?? null;
      return [[object.id, { status: policy === null ? 'invalid' : 'evaluated', object, policy }]];
    }),
  );
};

const nothing: PolicyMeaning = { subject: '', isolates: [], rules: [] };

const comparePair = (before: Standing | undefined, after: Standing | undefined): PolicyChange | null => {
  const old = before?.policy ? toPolicyMeaning(before.policy) : nothing;
  const now = after?.policy ? toPolicyMeaning(after.policy) : nothing;
  const change: PolicyChange = {
    id: (after ?? before)!.object.id,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    before: before?.status ?? 'absent',
    after: after?.status ?? 'absent',
    subject: old.subject !== now.subject,
    isolates: {
      added: now.isolates.filter((direction) => !old.isolates.includes(direction)),
      removed: old.isolates.filter((direction) => !now.isolates.includes(direction)),
    },
    rules: compareRules(old.rules, now.rules),
    at: { before: placeOf(before), after: placeOf(after) },
  };
  return hasChanged(change, before, after) ? change : null;
};

const placeOf = (standing: Standing | undefined) =>
  standing === undefined ? null : { file: standing.object.source.file, range: standing.object.source.range };

const hasChanged = (change: PolicyChange, before: Standing | undefined, after: Standing | undefined): boolean => {
  if (change.before !== change.after) return true;
  if (change.before === 'evaluated') {
    const { added, removed } = change.isolates;
    return change.subject || added.length + removed.length + change.rules.length > 0;
  }
  // An invalid policy has no effect, whatever it says; what an unknown kind means is not known, so any other data counts.
  return change.before === 'notEvaluated' && !equalNodes(readSpec(before!), readSpec(after!));
};

const readSpec = ({ object }: Standing) => findEntry(object.source.node, 'spec')?.value ?? null;

/**
 * The rules that only one side has, whatever their order. Where both lists have such a rule at the same place, it is one
 * rule that changed.
 */
const compareRules = (old: readonly RuleMeaning[], now: readonly RuleMeaning[]): readonly RuleChange[] => {
  const gone = subtract(old, now);
  const come = subtract(now, old);
  const placeOfRule = ({ direction, index }: { direction: string; index: number }) => `${direction} ${index}`;
  const places = new Set(gone.map(placeOfRule));
  const both = new Set(come.map(placeOfRule).filter((place) => places.has(place)));
  const toChange =
    (kind: ChangeKind) =>
    ({ direction, index }: RuleMeaning) => ({ direction, index, kind });
  return [
    ...come.filter((rule) => both.has(placeOfRule(rule))).map(toChange('changed')),
    ...come.filter((rule) => !both.has(placeOfRule(rule))).map(toChange('added')),
    ...gone.filter((rule) => !both.has(placeOfRule(rule))).map(toChange('removed')),
  ].sort((a, b) => compareText(b.direction, a.direction) || a.index - b.index || compareText(a.kind, b.kind));
};

/** Rules that mean the same as one before them add nothing, so each meaning counts once. */
const subtract = (rules: readonly RuleMeaning[], others: readonly RuleMeaning[]): readonly RuleMeaning[] => {
  const known = new Set(others.map(({ key }) => key));
  return rules.filter(({ key }) => !known.has(key) && known.add(key));
};
