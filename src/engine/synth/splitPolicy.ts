import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { chooseLabels } from './chooseLabels.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import type { DenyEnd } from './DenyEnd.ts';
import type { Outside } from './everyoneBut.ts';
import type { Cut } from './findCuts.ts';
import { findExclusion } from './findExclusion.ts';
import { requireLabel } from './narrowPeerText.ts';
import { narrowRules, type NarrowedPolicy } from './planNarrowing.ts';
import { findFreeName } from './policyName.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Way } from './Proposal.ts';
import { toPeerValue, toPortValue, toRuleValue } from './toRuleValue.ts';
import { policyTypes } from '../policy/policyTypes.ts';

/**
 * One policy becomes two: the old one no longer selects the subject, and a new one for the subject alone allows all that
 * the old one did but the flow. Null when labels tell the subject from nobody, or when it is all that the policy selects.
 */
export function splitPolicy(
  base: PlanningBase,
  policy: Policy,
  cuts: readonly Cut[],
  end: DenyEnd,
  outside: Outside,
): NarrowedPolicy | null {
  const [cut] = cuts;
  if (!cut || cut.own.length === cut.selected.length) return null;
  const narrowed = narrowRules(base, policy, cuts, end, outside);
  const own = new Set(cut.own);
  const others = cut.selected.filter((pod) => !own.has(pod));
  const exclusion = findExclusion(cut.own, others);
  const neighbours = base.connectivity.cluster.pods.filter(({ namespace }) => namespace === policy.namespace);
  const selector = end.subject.workload?.selector ?? null;
  const choice = chooseLabels(cut.own, { neighbours, selector });
  if (narrowed === null || exclusion === null || choice === null || choice.shared.length > 0) return null;
  const { text } = narrowed;
  const byRule = new Map(narrowed.rules.map((one) => [one.rule, one]));
  const listRules = (direction: Direction): readonly YamlValue[] =>
    policy.rules
      .filter((rule) => rule.direction === direction)
      .flatMap((rule) => {
        const one = byRule.get(rule);
        if (!one) return [toWholeRule(rule)];
        return [...(one.value === null ? [] : [one.value]), ...(one.extra === null ? [] : [one.extra])];
      });
  const { file, path, style, statesNamespace } = choosePolicyFile(base, end.subject);
  const name = findFreeName(base, policy.namespace, `${policy.name}-${end.subject.name}`);
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace: policy.namespace }) },
    spec: {
      podSelector: { matchLabels: choice.labels },
      policyTypes: policy.isolates.map((direction) => policyTypes[direction]),
      ...Object.fromEntries(
        policy.isolates.flatMap((direction) => {
          const rules = listRules(direction);
          return rules.length > 0 ? [[direction, rules]] : [];
        }),
      ),
    },
  };
  const args: Way['args'] = { policy: policy.name, namespace: policy.namespace, file: text.file.source.path };
  return {
    ends: [
      {
        type: 'change',
        file: text.file,
        document: text.document,
        changes: [requireLabel(text.spec, 'podSelector', exclusion)],
        style: detectTextStyle(text.file.source.text, [text.spec, text.object.source.node]),
      },
      { type: 'append', file, path, value, style },
    ],
    ways: [
      { code: 'NARROW_SUBJECT', args: { ...args, target: end.subject.name } },
      { code: 'NEW_POLICY', args: { ...args, policy: name, direction: end.direction, file: path } },
    ],
  };
}

const toWholeRule = (rule: PolicyRule): YamlValue =>
  toRuleValue(rule, rule.peers?.map(toPeerValue) ?? null, rule.ports?.map(toPortValue) ?? null);
