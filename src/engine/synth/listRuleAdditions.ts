import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { PlanWarning } from '../edits/EditPlan.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import { isEmptySelector } from '../labels/matchesSelector.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { emptyIpSet, equalIpSets, unionIps } from '../net/ipAlgebra.ts';
import { equalPortSets } from '../net/portAlgebra.ts';
import type { Peer, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { EndPlan } from './EndPlan.ts';
import { findPolicyText, type PolicyText } from './findPolicyText.ts';
import type { NeededEnd } from './NeededEnd.ts';
import {
  containsPods,
  equalPods,
  listPeerPods,
  listPolicies,
  listSubjects,
  type PlanningBase,
} from './PlanningBase.ts';
import { toPortItem, toRequestedPorts } from './requestedPorts.ts';
import { toPeerItems } from './toPeerItems.ts';

/** A way to open an end, and what it takes in besides. */
export interface EndOption {
  readonly end: EndPlan;
  readonly warnings: readonly PlanWarning[];
}

/**
 * The ways to open an end by a policy that is there, fewest bytes first: ports for a rule with exactly this peer, the peer
 * for a rule with exactly these ports, a rule more. Only policies that isolate the end already and select its isolated
 * pods and nothing but this workload's, so that nobody else's flows change.
 */
export function listRuleAdditions(base: PlanningBase, needed: NeededEnd): readonly EndOption[] {
  const policies = listPolicies(base).filter((policy) => isOwnPolicy(base, policy, needed));
  const texts = policies.flatMap((policy) => {
    const text = findPolicyText(base, policy);
    return text ? [{ policy, text }] : [];
  });
  return [
    ...texts.flatMap(({ policy, text }) => listPortAdditions(base, needed, policy, text)),
    ...texts.flatMap(({ policy, text }) => listPeerAdditions(base, needed, policy, text)),
    ...texts
      .sort((a, b) => Number(hasRules(b.policy, needed)) - Number(hasRules(a.policy, needed)))
      .flatMap(({ policy, text }) => listNewRules(base, needed, policy, text)),
  ];
}

function isOwnPolicy(base: PlanningBase, policy: Policy, { direction, subject, isolated }: NeededEnd): boolean {
  if (!policy.isolates.includes(direction) || isEmptySelector(policy.subject.pods)) return false;
  if (policy.namespace !== subject.workload.namespace) return false;
  const selected = listSubjects(base, policy);
  return containsPods(selected, isolated) && containsPods(subject.pods, selected);
}

const hasRules = (policy: Policy, { direction }: NeededEnd): boolean =>
  policy.rules.some((rule) => rule.direction === direction);

const toOption = (text: PolicyText, change: TreeChange, warnings: readonly PlanWarning[] = []): EndOption => {
  const style = detectTextStyle(text.file.source.text, [text.spec, text.object.source.node]);
  return { end: { type: 'change', file: text.file, document: text.document, changes: [change], style }, warnings };
};

function listPortAdditions(base: PlanningBase, needed: NeededEnd, policy: Policy, text: PolicyText): EndOption[] {
  if (needed.ports.length === 0) return [];
  return rulesOf(policy, needed)
    .filter((rule) => rule.ports !== null && hasExactPeers(base, rule.peers, needed))
    .flatMap((rule) => findRuleMap(text, rule) ?? [])
    .map((map) => toOption(text, { type: 'addItems', map, key: 'ports', items: needed.ports.map(toPortItem) }));
}

function listPeerAdditions(base: PlanningBase, needed: NeededEnd, policy: Policy, text: PolicyText): EndOption[] {
  const peers = toPeerItems(base, needed.other, policy.namespace);
  if (peers === null) return [];
  return rulesOf(policy, needed)
    .filter((rule) => rule.peers !== null && hasExactPorts(rule, needed))
    .flatMap((rule) => findRuleMap(text, rule) ?? [])
    .map((map) => {
      const key = needed.direction === 'ingress' ? 'from' : 'to';
      return toOption(text, { type: 'addItems', map, key, items: peers.items }, peers.warnings);
    });
}

function listNewRules(base: PlanningBase, needed: NeededEnd, policy: Policy, text: PolicyText): EndOption[] {
  const written = writeRule(base, needed, policy.namespace);
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
  return [toOption(text, change, written.warnings)];
}

/** `ingress` goes before `egress`, where an author would write it; everything else at the end. */
function findPlace(spec: SourceMap, { direction }: NeededEnd): string | null {
  const egress = direction === 'ingress' ? findOwnEntry(spec, 'egress') : null;
  const before = egress && spec.entries[spec.entries.indexOf(egress) - 1];
  return before ? before.key.text : null;
}

/** A rule for the end, for a policy in `namespace`; null when labels can not name the other end. */
export function writeRule(base: PlanningBase, { direction, other, ports }: NeededEnd, namespace: string) {
  const peers = toPeerItems(base, other, namespace);
  if (peers === null) return null;
  const rule = {
    [direction === 'ingress' ? 'from' : 'to']: peers.items,
    ...(ports.length > 0 && { ports: ports.map(toPortItem) }),
  };
  return { rule, warnings: peers.warnings };
}

const rulesOf = (policy: Policy, { direction }: NeededEnd): readonly PolicyRule[] =>
  policy.rules.filter((rule) => rule.direction === direction);

/** The rule's map as written; null when it is an alias's target or gone. */
function findRuleMap({ spec }: PolicyText, { direction, origin }: PolicyRule): SourceMap | null {
  const rules = findOwnEntry(spec, direction)?.value;
  const item = rules?.type === 'seq' ? rules.items[origin.index] : undefined;
  const map = item && resolveAlias(item);
  return map?.type === 'map' ? map : null;
}

/** Whether the peers take in the other end and nothing else, and say so narrowly: not by an empty selector. */
function hasExactPeers(base: PlanningBase, peers: readonly Peer[] | null, { other }: NeededEnd): boolean {
  if (peers === null) return false;
  if (other.type === 'external') {
    const addresses = peers.reduce(
      (set, peer) => (peer.type === 'addresses' ? unionIps(set, peer.addresses) : set),
      emptyIpSet,
    );
    return peers.every(({ type }) => type === 'addresses') && equalIpSets(addresses, other.external.addresses);
  }
  const [peer, ...rest] = peers;
  if (peer?.type !== 'pods' || rest.length > 0 || isEmptySelector(peer.selection.pods)) return false;
  const { namespaces } = peer.selection;
  if (namespaces.type === 'selected' && isEmptySelector(namespaces.selector)) return false;
  return equalPods(
    listPeerPods(base, peer),
    other.pods.filter(({ hostNetwork }) => !hostNetwork),
  );
}

/** Whether the rule's ports are those asked for, at every pod that the connection goes to. */
function hasExactPorts(rule: PolicyRule, { ports, destinations }: NeededEnd): boolean {
  const requested = toRequestedPorts(ports);
  if (destinations.length === 0) return equalPortSets(resolvePorts(rule.ports, []), requested);
  return destinations.every((pod) => equalPortSets(resolvePorts(rule.ports, pod.ports), requested));
}
