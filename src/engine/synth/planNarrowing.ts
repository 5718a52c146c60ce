import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { EmptySequence, TreeChange } from '../edits/TreeChange.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import type { DenyEnd } from './DenyEnd.ts';
import type { EndPlan } from './EndPlan.ts';
import type { Outside } from './everyoneBut.ts';
import type { Cut } from './findCuts.ts';
import { findPolicyText, type PolicyText } from './findPolicyText.ts';
import { narrowRule, type NarrowedRule } from './narrowRules.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Way } from './Proposal.ts';

/** Changes of one policy, and how they do it. */
export interface NarrowedPolicy {
  readonly ends: readonly EndPlan[];
  readonly ways: readonly Way[];
}

/** The rules of a policy as they are to be; null when selectors can not say it. */
export function narrowRules(
  base: PlanningBase,
  policy: Policy,
  cuts: readonly Cut[],
  end: DenyEnd,
  outside: Outside,
): { readonly text: PolicyText; readonly rules: readonly NarrowedRule[] } | null {
  const text = findPolicyText(base, policy);
  if (text === null) return null;
  const rules = cuts.map((cut) => narrowRule(base, text, cut, end, outside));
  return rules.includes(null) ? null : { text, rules: rules.flatMap((rule) => rule ?? []) };
}

/**
 * A policy whose rules allow all they did but the flow, in place: for everyone whom it selects. A rule that goes and one
 * that comes share one list, so the one is written where the other was.
 */
export function planNarrowing(
  base: PlanningBase,
  policy: Policy,
  cuts: readonly Cut[],
  end: DenyEnd,
  outside: Outside,
): NarrowedPolicy | null {
  const narrowed = narrowRules(base, policy, cuts, end, outside);
  if (narrowed === null) return null;
  const { text, rules } = narrowed;
  const { direction } = end;
  const extras = rules.flatMap(({ extra }) => extra ?? []);
  const gone = rules.filter(({ value }) => value === null).map(({ rule }) => rule.origin.index);
  // Without a rule that comes, what stays of an emptied list is a question of style: that is planCuts' business.
  if (extras.length === 0 && rules.every(({ value }) => value === null)) return null;
  const changes: TreeChange[] = [];
  for (const { rule, value, changes: own } of rules) {
    if (value === null) continue;
    const position = rule.origin.index;
    changes.push(...(own ?? [{ type: 'setItem', map: text.spec, key: direction, position, value } as const]));
  }
  const replaced = gone.slice(0, extras.length);
  replaced.forEach((position, index) => {
    changes.push({ type: 'setItem', map: text.spec, key: direction, position, value: extras[index]! });
  });
  const removed = gone.slice(replaced.length);
  const added = extras.slice(replaced.length);
  if (removed.length > 0) {
    const whenEmpty: EmptySequence = 'empty';
    changes.push({ type: 'removeItems', map: text.spec, key: direction, positions: removed, whenEmpty });
  }
  if (added.length > 0) changes.push({ type: 'addItems', map: text.spec, key: direction, items: added });
  const style = detectTextStyle(text.file.source.text, [text.spec, text.object.source.node]);
  return {
    ends: [{ type: 'change', file: text.file, document: text.document, changes, style }],
    ways: rules.map((rule) => toWay(text, rule)),
  };
}

const toWay = (text: PolicyText, { rule, way }: NarrowedRule): Way => ({
  code: way,
  args: {
    policy: text.object.name,
    namespace: text.object.namespace,
    direction: rule.direction,
    rule: String(rule.origin.index + 1),
    file: text.file.source.path,
  },
});
