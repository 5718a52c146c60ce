import { explainPolicy } from '../explain/explainPolicy.ts';
import { isEmptySelector } from '../labels/matchesSelector.ts';
import type { Policy, PolicyRule, RuleOrigin } from '../policy/PolicyRule.ts';
import { listPolicies, type PlanningBase } from './PlanningBase.ts';
import { toPeerValue, toPortValue, toSelectorValue } from './toRuleValue.ts';

/** A rule that adds nothing to those that cover it. */
export interface CoveredRule {
  readonly rule: PolicyRule;
  readonly by: readonly RuleOrigin[];
}

/**
 * Rules of a policy that can go, since others that stay allow all they allow: by what they say, whoever there is; and, if
 * `thoroughly`, also by whom they match today.
 */
export function findCoveredRules(base: PlanningBase, policy: Policy, thoroughly: boolean): readonly CoveredRule[] {
  const covered = new Map<PolicyRule, readonly RuleOrigin[]>();
  const kept = new Set<string>();
  const keyOf = ({ policy: id, index }: RuleOrigin, direction: string): string => `${id} ${direction} ${index}`;
  const drop = (rule: PolicyRule, by: readonly RuleOrigin[]): void => {
    const { direction } = rule;
    // One of two that cover each other stays.
    if (kept.has(keyOf(rule.origin, direction)) || by.length === 0) return;
    const isDropped = (origin: RuleOrigin): boolean =>
      [...covered.keys()].some((other) => keyOf(other.origin, other.direction) === keyOf(origin, direction));
    if (by.some(isDropped)) return;
    covered.set(rule, by);
    for (const origin of by) kept.add(keyOf(origin, direction));
  };
  for (const rule of policy.rules.toReversed()) drop(rule, findCovers(base, policy, rule));
  if (thoroughly) {
    for (const { use, rule, coveredBy, direction } of explainPolicy(base.connectivity, policy.id)?.rules ?? []) {
      const own = policy.rules.find((one) => one.origin.index === rule.index && one.direction === direction);
      if (use === 'covered' && own && !covered.has(own)) drop(own, coveredBy);
    }
  }
  return [...covered].map(([rule, by]) => ({ rule, by })).sort((a, b) => a.rule.origin.index - b.rule.origin.index);
}

/** The first rule that says at least as much of at least the same pods. */
function findCovers(base: PlanningBase, policy: Policy, rule: PolicyRule): readonly RuleOrigin[] {
  const subject = JSON.stringify(toSelectorValue(policy.subject.pods));
  for (const other of listPolicies(base)) {
    if (other.namespace !== policy.namespace) continue;
    const isWider =
      isEmptySelector(other.subject.pods) || JSON.stringify(toSelectorValue(other.subject.pods)) === subject;
    if (!isWider) continue;
    const cover = other.rules.find(
      (candidate) => candidate !== rule && candidate.direction === rule.direction && covers(candidate, rule),
    );
    if (cover) return [cover.origin];
  }
  return [];
}

const covers = (outer: PolicyRule, inner: PolicyRule): boolean =>
  containsItems(outer.peers?.map(toPeerValue) ?? null, inner.peers?.map(toPeerValue) ?? null) &&
  containsItems(outer.ports?.map(toPortValue) ?? null, inner.ports?.map(toPortValue) ?? null);

/** Whether a list of alternatives has all of another; null is everything. */
function containsItems(outer: readonly unknown[] | null, inner: readonly unknown[] | null): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  const keys = new Set(outer.map((item) => JSON.stringify(item)));
  return inner.every((item) => keys.has(JSON.stringify(item)));
}
