import type { Pod } from '../cluster/Cluster.ts';
import { detectTextStyle } from '../edits/detectTextStyle.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Direction, Policy } from '../policy/PolicyRule.ts';
import { assemblePlan } from './assemblePlan.ts';
import { chooseLabels } from './chooseLabels.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findExclusion } from './findExclusion.ts';
import { findPolicyText, type PolicyText } from './findPolicyText.ts';
import type { IntentOf } from './Intent.ts';
import { requireLabel } from './narrowPeerText.ts';
import { canSelect, listPolicies, listSubjects, type PlanningBase } from './PlanningBase.ts';
import type { NarrowedPolicy } from './planNarrowing.ts';
import { findFreeName } from './policyName.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';
import { resolveTarget, type PodsEnd } from './resolveTarget.ts';
import { toPeerValue, toPortValue, toRuleValue } from './toRuleValue.ts';

type OpenIntent = IntentOf<'open'>;

/**
 * The ways to end the isolation of a workload or a namespace: policies for these pods alone go, or give up the direction;
 * policies for more no longer select these, and what else they said of them becomes a policy of its own. Or, coarser,
 * every policy gives up the direction for all. Refusals: ALREADY_OPEN, NO_LABELS, DOCUMENT_STALE, and those of the text.
 */
export function planOpen(base: PlanningBase, intent: OpenIntent): Candidates {
  const { target, directions } = intent;
  const subject = resolveTarget(base, target);
  if (subject === null) return refuse('DOCUMENT_STALE', { endpoint: target.type === 'node' ? target.id : target.name });
  if (subject.type !== 'pods') return refuse('NO_LABELS', { workload: subject.name });
  const isSubject = (pod: Pod): boolean => subject.pods.includes(pod) && !pod.hostNetwork;
  const policies = listPolicies(base).filter(
    (policy) =>
      policy.namespace === subject.namespace &&
      policy.isolates.some((direction) => directions.includes(direction)) &&
      subject.pods.some((pod) => isSubject(pod) && canSelect(base.connectivity, policy.subject, pod)),
  );
  if (policies.length === 0) return refuse('ALREADY_OPEN', { workload: subject.name });
  const label = `Open ${subject.name} for ${directions.join(' and ')}`;
  const planners: readonly PolicyOpener[] = [
    (policy) => releaseSubject(base, policy, subject, directions),
    (policy) => giveUpDirections(base, policy, directions),
  ];
  const candidates: Candidate[] = [];
  let refusal = refuse('NO_LABELS', { workload: subject.id });
  for (const [breadth, open] of planners.entries()) {
    const planned = policies.map(open);
    if (planned.includes(null)) continue;
    const ends = planned.flatMap((one) => one?.ends ?? []);
    const plan = assemblePlan(base, ends, { label });
    if (plan.ok) candidates.push({ ways: planned.flatMap((one) => one?.ways ?? []), breadth, plan: plan.plan });
    else refusal = plan;
  }
  return candidates.length > 0 ? { ok: true, candidates } : refusal;
}

type PolicyOpener = (policy: Policy) => NarrowedPolicy | null;

const listRest = ({ isolates }: Policy, directions: readonly Direction[]): readonly Direction[] =>
  isolates.filter((direction) => !directions.includes(direction));

/** The policy no longer isolates in the directions, whomever it selects; without another direction it goes. */
function giveUpDirections(base: PlanningBase, policy: Policy, directions: readonly Direction[]): NarrowedPolicy | null {
  const text = findPolicyText(base, policy);
  if (text === null) return null;
  const { file, document, object, spec } = text;
  const [rest] = listRest(policy, directions);
  const args: Way['args'] = { policy: policy.name, namespace: policy.namespace, file: file.source.path };
  if (rest === undefined) {
    if (document.objects.length !== 1 || object.source.inList) return null;
    return { ends: [{ type: 'remove', file, document }], ways: [{ code: 'REMOVE_POLICY', args }] };
  }
  const gone = policy.isolates.filter((direction) => direction !== rest);
  return {
    ends: [
      {
        type: 'change',
        file,
        document,
        changes: [stateOnly(text, rest)],
        style: detectTextStyle(file.source.text, [spec, object.source.node]),
      },
    ],
    ways: gone.map((direction) => ({ code: 'REMOVE_TYPE', args: { ...args, direction } })),
  };
}

const typeOf = (direction: Direction): 'Ingress' | 'Egress' => (direction === 'ingress' ? 'Ingress' : 'Egress');

/** `policyTypes` with one direction; its rules for the other stay, without effect. */
function stateOnly({ spec }: PolicyText, direction: Direction): TreeChange {
  const entry = findOwnEntry(spec, 'policyTypes');
  const items = [typeOf(direction)];
  if (entry?.value.type !== 'seq' || entry.value.items.length === 0) {
    return { type: 'addItems', map: spec, key: 'policyTypes', items, placeAfter: 'podSelector' };
  }
  const positions = entry.value.items.flatMap((item, position) =>
    item.type === 'scalar' && item.text !== typeOf(direction) ? [position] : [],
  );
  return { type: 'removeItems', map: spec, key: 'policyTypes', positions, whenEmpty: 'empty' };
}

/**
 * The policy no longer selects the subject; what it said of the subject in other directions becomes a policy of its own.
 * A policy for the subject alone gives up the directions instead.
 */
function releaseSubject(
  base: PlanningBase,
  policy: Policy,
  subject: PodsEnd,
  directions: readonly Direction[],
): NarrowedPolicy | null {
  const selected = listSubjects(base, policy);
  const own = selected.filter((pod) => subject.pods.includes(pod));
  const others = selected.filter((pod) => !own.includes(pod));
  if (others.length === 0) return giveUpDirections(base, policy, directions);
  const text = findPolicyText(base, policy);
  const exclusion = findExclusion(own, others);
  if (text === null || exclusion === null) return null;
  const { file, document, object, spec } = text;
  const released: EndPlan = {
    type: 'change',
    file,
    document,
    changes: [requireLabel(spec, 'podSelector', exclusion)],
    style: detectTextStyle(file.source.text, [spec, object.source.node]),
  };
  const args: Way['args'] = { policy: policy.name, namespace: policy.namespace, file: file.source.path };
  const ways: Way[] = [{ code: 'NARROW_SUBJECT', args: { ...args, target: subject.name } }];
  const rest = listRest(policy, directions);
  if (rest.length === 0) return { ends: [released], ways };
  const kept = copyFor(base, policy, subject, own, rest);
  return kept && { ends: [released, kept.end], ways: [...ways, kept.way] };
}

/** A policy for the subject alone, with what another says of it in some directions; null when labels can not select it. */
function copyFor(
  base: PlanningBase,
  policy: Policy,
  subject: PodsEnd,
  own: readonly Pod[],
  directions: readonly Direction[],
): { readonly end: EndPlan; readonly way: Way } | null {
  const { namespace } = policy;
  const neighbours = base.connectivity.cluster.pods.filter((pod) => pod.namespace === namespace);
  const choice = chooseLabels(own, { neighbours, selector: subject.workload?.selector ?? null });
  if (choice === null || choice.shared.length > 0) return null;
  const { file, path, style, statesNamespace } = choosePolicyFile(base, subject);
  const name = findFreeName(base, namespace, `${policy.name}-${subject.name}`);
  const rules = directions.flatMap((direction): [string, YamlValue][] => {
    const list = policy.rules
      .filter((rule) => rule.direction === direction)
      .map((rule) => toRuleValue(rule, rule.peers?.map(toPeerValue) ?? null, rule.ports?.map(toPortValue) ?? null));
    return list.length > 0 ? [[direction, list]] : [];
  });
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace }) },
    spec: {
      podSelector: { matchLabels: choice.labels },
      policyTypes: directions.map(typeOf),
      ...Object.fromEntries(rules),
    },
  };
  return {
    end: { type: 'append', file, path, value, style },
    way: { code: 'NEW_POLICY', args: { policy: name, namespace, direction: directions.join(' and '), file: path } },
  };
}

/** Whether no policy isolates any pod of the target that selectors reach. */
export function holdsOpen(_before: PlanningBase, after: PlanningBase, { target, directions }: OpenIntent): boolean {
  const subject = resolveTarget(after, target);
  if (subject?.type !== 'pods') return false;
  const pods = subject.pods.filter(({ hostNetwork }) => !hostNetwork);
  return directions.every((direction) =>
    pods.every(({ index }) => after.connectivity.isolationOf(index, direction) === 'open'),
  );
}
