import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { containsIps, emptyIpSet, intersectIps, isEmptyIpSet, unionIps } from '../net/ipAlgebra.ts';
import type { PolicyRule } from '../policy/PolicyRule.ts';
import type { DenyEnd } from './DenyEnd.ts';
import { everyoneBut, type Outside } from './everyoneBut.ts';
import { findRuleMap, type PolicyText } from './findPolicyText.ts';
import type { Cut } from './findCuts.ts';
import { narrowPeer, toNarrowedValue, type NarrowedPeer } from './narrowPeer.ts';
import { narrowPeerText } from './narrowPeerText.ts';
import { listPeerPods, type PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';
import type { WayCode } from './Proposal.ts';
import { subtractPortItems, toItemsLeft, type PortsLeft } from './subtractPortItems.ts';
import { toPeerItems } from './toPeerItems.ts';
import { toRuleValue } from './toRuleValue.ts';

/** A rule that allows all it did but a flow. */
export interface NarrowedRule {
  readonly rule: PolicyRule;
  /** The rule as it will be; null: it goes. */
  readonly value: YamlValue | null;
  /** How its text becomes so; null: not without writing it anew. */
  readonly changes: readonly TreeChange[] | null;
  /** A rule more, for the ports that the flow keeps; null: none. */
  readonly extra: YamlValue | null;
  readonly way: WayCode;
}

/** How a rule stops to allow the flow and nothing else; null when selectors can not say so. */
export function narrowRule(
  base: PlanningBase,
  text: PolicyText,
  cut: Cut,
  end: DenyEnd,
  outside: Outside,
): NarrowedRule | null {
  const { rule, destinations } = cut;
  const { others } = end;
  const map = findRuleMap(text, rule);
  const left = subtractPortItems(rule.ports, end.ports, destinations);
  if (left === null) return null;
  const keepsPorts = left.kept.length + left.added.length > 0;
  const key = rule.direction === 'ingress' ? 'from' : 'to';
  const ports = rule.ports === null ? null : toItemsLeft(rule.ports, { kept: [...rule.ports.keys()], added: [] });
  if (rule.peers === null) {
    const items = everyoneBut(base, others, cut.policy.namespace, outside);
    const extra = keepsPorts ? writeExtra(base, cut, end, left) : null;
    if (items === null || (keepsPorts && extra === null)) return null;
    const changes: readonly TreeChange[] | null = map && map.entries.length > 0 ? [fillList(map, key, items)] : null;
    return { rule, value: toRuleValue(rule, items, ports), changes, extra, way: 'SPLIT_RULE' };
  }
  const narrowed = rule.peers.map((peer) => narrowPeer(base, peer, others));
  if (narrowed.includes(null)) return null;
  const peers = narrowed.flatMap((peer) => peer ?? []);
  const isAll = peers.every(({ type }) => type === 'drop');
  if (isAll && keepsPorts) {
    const items = toItemsLeft(rule.ports, left);
    const value = toRuleValue(
      rule,
      rule.peers.flatMap((peer) => toNarrowedValue(peer, { type: 'keep' }) ?? []),
      items,
    );
    return { rule, value, changes: map && narrowPorts(map, left, items), extra: null, way: 'REMOVE_PORT' };
  }
  if (isAll) return { rule, value: null, changes: [], extra: null, way: 'REMOVE_RULE' };
  const extra = keepsPorts ? writeExtra(base, cut, end, left) : null;
  if (keepsPorts && extra === null) return null;
  const values = rule.peers.flatMap((peer, index) => toNarrowedValue(peer, peers[index]!) ?? []);
  const changes = map && narrowPeers(map, key, peers);
  return { rule, value: toRuleValue(rule, values, ports), changes, extra, way: extra ? 'SPLIT_RULE' : wayOf(peers) };
}

function wayOf(peers: readonly NarrowedPeer[]): WayCode {
  if (peers.some(({ type }) => type === 'except')) return 'EXCEPT_ADDRESSES';
  return peers.some(({ type }) => type === 'require') ? 'NARROW_PEER' : 'REMOVE_PEER';
}

/**
 * What the flow keeps, as a rule of its own: for those of the ends that the rule takes in. Null when it takes in a part of
 * one, since then naming the whole would open the rest.
 */
function writeExtra(base: PlanningBase, { rule, policy }: Cut, { others }: DenyEnd, left: PortsLeft): YamlValue | null {
  const parts = others.map((other) => ({ other, part: findCoverage(base, rule, other) }));
  if (parts.some(({ part }) => part === 'some')) return null;
  const whole = parts.filter(({ part }) => part === 'all').map(({ other }) => other);
  const peers = toPeerItems(base, whole, policy.namespace);
  return peers && toRuleValue(rule, peers.items, toItemsLeft(rule.ports, left));
}

/** How much of an end a rule's peers take in. */
function findCoverage(base: PlanningBase, { peers }: PolicyRule, end: TargetEnd): 'none' | 'some' | 'all' {
  if (peers === null) return 'all';
  if (end.type === 'addresses') {
    const blocks = peers
      .flatMap((peer) => (peer.type === 'addresses' ? [peer.addresses] : []))
      .reduce(unionIps, emptyIpSet);
    if (isEmptyIpSet(intersectIps(blocks, end.addresses))) return 'none';
    return containsIps(blocks, end.addresses) ? 'all' : 'some';
  }
  const taken = new Set(peers.flatMap((peer) => listPeerPods(base, peer)));
  const reachable = end.pods.filter(({ hostNetwork }) => !hostNetwork);
  const count = reachable.filter((pod) => taken.has(pod)).length;
  return count === 0 ? 'none' : count === reachable.length ? 'all' : 'some';
}

/** `from: []`, `from:` and no `from` mean everyone alike. */
const fillList = (map: SourceMap, key: string, items: readonly YamlValue[]): TreeChange => ({
  type: 'addItems',
  map,
  key,
  items,
});

function narrowPorts(map: SourceMap, { kept, added }: PortsLeft, items: readonly YamlValue[]): readonly TreeChange[] {
  const entry = findOwnEntry(map, 'ports');
  if (entry === null || entry.value.type !== 'seq' || entry.value.items.length === 0) {
    return [{ type: 'addItems', map, key: 'ports', items }];
  }
  const positions = [...entry.value.items.keys()].filter((position) => !kept.includes(position));
  return added.length === 0
    ? [{ type: 'removeItems', map, key: 'ports', positions, whenEmpty: 'empty' }]
    : [{ type: 'setValue', map, key: 'ports', value: items }];
}

function narrowPeers(map: SourceMap, key: string, peers: readonly NarrowedPeer[]): readonly TreeChange[] | null {
  const list = findOwnEntry(map, key)?.value;
  if (list?.type !== 'seq') return null;
  const positions = peers.flatMap(({ type }, position) => (type === 'drop' ? [position] : []));
  const changes: TreeChange[] =
    positions.length > 0 ? [{ type: 'removeItems', map, key, positions, whenEmpty: 'empty' }] : [];
  for (const [position, peer] of peers.entries()) {
    const item = list.items[position];
    const node = item && resolveAlias(item);
    const narrowing = node?.type === 'map' ? narrowPeerText(node, peer) : null;
    if (narrowing === null) return null;
    changes.push(...narrowing);
  }
  return changes;
}
