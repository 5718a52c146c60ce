import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { PlanWarning } from '../edits/EditPlan.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import { isEmptySelector } from '../labels/matchesSelector.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { emptyIpSet, equalIpSets, unionIps } from '../net/ipAlgebra.ts';
import { equalPortSets } from '../net/portAlgebra.ts';
import type { Peer, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { EndOption } from './EndOption.ts';
import { findPolicyText, findRuleMap, type PolicyText } from './findPolicyText.ts';
import type { NeededEnd } from './NeededEnd.ts';
import {
  containsPods,
  equalPods,
  listPeerPods,
  listPolicies,
  listSubjects,
  type PlanningBase,
} from './PlanningBase.ts';
import type { Way, WayCode } from './Proposal.ts';
import { toRequestedPorts } from './requestedPorts.ts';
import type { TargetEnd } from './resolveTarget.ts';
import { breadthOf, describeRule, writePorts, writeRule, type RuleForm } from './writeRule.ts';
import { toPeerItems } from './toPeerItems.ts';

/**
 * The ways to open an end by a policy that is there, fewest bytes first: ports for a rule with exactly these peers, the
 * peers for a rule with exactly these ports, a rule more. Only policies that isolate the end already and select its
 * isolated pods. `own`: and nothing but this subject's, so that nobody else's flows change; `shared`: and others' too.
 */
export function listRuleAdditions(
  base: PlanningBase,
  needed: NeededEnd,
  form: RuleForm,
  whose: 'own' | 'shared',
): readonly EndOption[] {
  const policies = listPolicies(base).filter((policy) => isFitting(base, policy, needed, whose));
  const texts = policies.flatMap((policy) => {
    const text = findPolicyText(base, policy);
    return text ? [{ policy, text }] : [];
  });
  return [
    ...texts.flatMap(({ policy, text }) => listPortAdditions(base, needed, form, policy, text)),
    ...texts.flatMap(({ policy, text }) => listPeerAdditions(base, needed, form, policy, text)),
    ...texts
      .sort((a, b) => Number(hasRules(b.policy, needed)) - Number(hasRules(a.policy, needed)))
      .flatMap(({ policy, text }) => listNewRules(base, needed, form, policy, text)),
  ];
}

function isFitting(
  base: PlanningBase,
  policy: Policy,
  { direction, subject, isolated }: NeededEnd,
  whose: 'own' | 'shared',
): boolean {
  if (!policy.isolates.includes(direction) || policy.namespace !== subject.namespace) return false;
  // A policy that selects everything is somebody's default; rules in it speak for the whole namespace.
  if (subject.workload !== null && isEmptySelector(policy.subject.pods)) return false;
  const selected = listSubjects(base, policy);
  if (!containsPods(selected, isolated)) return false;
  return containsPods(subject.pods, selected) === (whose === 'own');
}

const hasRules = (policy: Policy, { direction }: NeededEnd): boolean =>
  policy.rules.some((rule) => rule.direction === direction);

interface Addition {
  readonly code: WayCode;
  readonly change: TreeChange;
  /** Position of the rule that is extended. */
  readonly rule: number | null;
  readonly warnings: readonly PlanWarning[];
}

function toOption(text: PolicyText, needed: NeededEnd, form: RuleForm, addition: Addition): EndOption {
  const { code, change, rule, warnings } = addition;
  const style = detectTextStyle(text.file.source.text, [text.spec, text.object.source.node]);
  const args: Way['args'] = {
    policy: text.object.name,
    namespace: needed.subject.namespace,
    direction: needed.direction,
    file: text.file.source.path,
    ...(rule !== null && { rule: String(rule + 1) }),
    ...describeRule(needed, form),
  };
  return {
    ends: [{ type: 'change', file: text.file, document: text.document, changes: [change], style }],
    way: { code, args },
    breadth: breadthOf(form),
    warnings,
  };
}

function listPortAdditions(
  base: PlanningBase,
  needed: NeededEnd,
  form: RuleForm,
  policy: Policy,
  text: PolicyText,
): EndOption[] {
  const items = writePorts(needed, form.ports);
  if (items === null || items.length === 0 || form.peers !== 'exact') return [];
  return rulesOf(policy, needed)
    .filter((rule) => rule.ports !== null && hasExactPeers(base, rule.peers, needed))
    .flatMap((rule) => {
      const map = findRuleMap(text, rule);
      if (!map) return [];
      const change: TreeChange = { type: 'addItems', map, key: 'ports', items };
      return [toOption(text, needed, form, { code: 'ADD_PORTS', change, rule: rule.origin.index, warnings: [] })];
    });
}

function listPeerAdditions(
  base: PlanningBase,
  needed: NeededEnd,
  form: RuleForm,
  policy: Policy,
  text: PolicyText,
): EndOption[] {
  const peers = toPeerItems(base, needed.others, policy.namespace, form.peers);
  if (peers === null || form.ports !== 'numbers') return [];
  const { items, warnings } = peers;
  const key = needed.direction === 'ingress' ? 'from' : 'to';
  return rulesOf(policy, needed)
    .filter((rule) => rule.peers !== null && hasExactPorts(rule, needed))
    .flatMap((rule) => {
      const map = findRuleMap(text, rule);
      if (!map) return [];
      const change: TreeChange = { type: 'addItems', map, key, items };
      return [toOption(text, needed, form, { code: 'ADD_PEER', change, rule: rule.origin.index, warnings })];
    });
}

function listNewRules(
  base: PlanningBase,
  needed: NeededEnd,
  form: RuleForm,
  policy: Policy,
  text: PolicyText,
): EndOption[] {
  const written = writeRule(base, needed, policy.namespace, form);
  if (written === null) return [];
  const { spec: map } = text;
  const placeAfter = findPlace(map, needed);
  const change: TreeChange = {
    type: 'addItems',
    map,
    key: needed.direction,
    items: [written.rule],
    ...(placeAfter !== null && { placeAfter }),
  };
  return [toOption(text, needed, form, { code: 'ADD_RULE', change, rule: null, warnings: written.warnings })];
}

/** `ingress` goes before `egress`, where an author would write it; everything else at the end. */
export function findPlace(spec: SourceMap, { direction }: Pick<NeededEnd, 'direction'>): string | null {
  const egress = direction === 'ingress' ? findOwnEntry(spec, 'egress') : null;
  const before = egress && spec.entries[spec.entries.indexOf(egress) - 1];
  return before ? before.key.text : null;
}

const rulesOf = (policy: Policy, { direction }: NeededEnd): readonly PolicyRule[] =>
  policy.rules.filter((rule) => rule.direction === direction);

/** Whether the peers take in the other ends and nothing else, and say so as narrowly: by an empty selector only a namespace. */
function hasExactPeers(base: PlanningBase, peers: readonly Peer[] | null, { others }: NeededEnd): boolean {
  if (peers === null || peers.length === 0) return false;
  if (!equalIpSets(uniteAddresses(peers), uniteEnds(others))) return false;
  const selecting = peers.filter((peer) => peer.type === 'pods');
  const wanted = others.filter((end) => end.type === 'pods');
  const isNarrow = wanted.every(({ workload }) => workload !== null);
  const isWhole = wanted.every(({ workload }) => workload === null);
  if (wanted.length > 1 && !isNarrow && !isWhole) return false;
  for (const { selection } of selecting) {
    if (isEmptySelector(selection.pods) === isNarrow) return false;
    if (selection.namespaces.type === 'selected' && isEmptySelector(selection.namespaces.selector)) return false;
  }
  return equalPods(
    distinct(selecting.flatMap((peer) => listPeerPods(base, peer))),
    wanted.flatMap(({ pods }) => pods).filter(({ hostNetwork }) => !hostNetwork),
  );
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const uniteAddresses = (peers: readonly Peer[]) =>
  peers.reduce((set, peer) => (peer.type === 'addresses' ? unionIps(set, peer.addresses) : set), emptyIpSet);

const uniteEnds = (ends: readonly TargetEnd[]) =>
  ends.reduce((set, end) => (end.type === 'addresses' ? unionIps(set, end.addresses) : set), emptyIpSet);

/** Whether the rule's ports are those asked for, at every pod that the connection goes to. */
function hasExactPorts(rule: PolicyRule, { ports, destinations }: NeededEnd): boolean {
  const requested = toRequestedPorts(ports);
  if (destinations.length === 0) return equalPortSets(resolvePorts(rule.ports, []), requested);
  return destinations.every((pod) => equalPortSets(resolvePorts(rule.ports, pod.ports), requested));
}
