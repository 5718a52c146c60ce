import type { Pod } from '../cluster/Cluster.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { LabelRequirement, LabelSelector } from '../labels/LabelSelector.ts';
import {
  containsIps,
  emptyIpSet,
  hasAddress,
  intersectIps,
  ipSetOf,
  isEmptyIpSet,
  subtractIps,
  unionIps,
} from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import type { Peer } from '../policy/PolicyRule.ts';
import { findExclusion } from './findExclusion.ts';
import { listPeerPods, type PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';
import { toCidrs } from './toCidrs.ts';
import { toPeerValue } from './toRuleValue.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** What becomes of a peer that is to take in everything it did but some ends. */
export type NarrowedPeer =
  | { readonly type: 'keep' }
  | { readonly type: 'drop' }
  | {
      readonly type: 'require';
      readonly selector: 'podSelector' | 'namespaceSelector';
      readonly requirement: LabelRequirement;
    }
  | { readonly type: 'except'; readonly cidrs: readonly string[] };

/** How a peer stops to take in the ends and nothing else; null when its selectors can not say so. */
export function narrowPeer(base: PlanningBase, peer: Peer, ends: readonly TargetEnd[]): NarrowedPeer | null {
  if (peer.type === 'addresses') return narrowBlock(peer, ends);
  const taken = listPeerPods(base, peer);
  const excluded = taken.filter((pod) => ends.some((end) => end.type === 'pods' && isOf(pod, end)));
  if (excluded.length === 0) return { type: 'keep' };
  const kept = taken.filter((pod) => !excluded.includes(pod));
  if (kept.length === 0) return { type: 'drop' };
  const { namespaces } = peer.selection;
  const names = [...new Set(excluded.map(({ namespace }) => namespace))];
  const isWhole = kept.every(({ namespace }) => !names.includes(namespace));
  if (namespaces.type === 'selected' && isWhole) {
    const requirement: LabelRequirement = { key: nameLabel, operator: 'NotIn', values: names };
    return { type: 'require', selector: 'namespaceSelector', requirement };
  }
  const requirement = findExclusion(excluded, kept);
  return requirement && { type: 'require', selector: 'podSelector', requirement };
}

const isOf = (pod: Pod, end: Extract<TargetEnd, { type: 'pods' }>): boolean =>
  end.workload === null ? pod.namespace === end.namespace : pod.workload === end.workload.id;

function narrowBlock(peer: Extract<Peer, { type: 'addresses' }>, ends: readonly TargetEnd[]): NarrowedPeer {
  const unwanted = ends.reduce((set, end) => unionIps(set, addressesOf(end, peer.addresses)), emptyIpSet);
  const cut = intersectIps(peer.addresses, unwanted);
  if (isEmptyIpSet(cut)) return { type: 'keep' };
  return containsIps(unwanted, peer.addresses) ? { type: 'drop' } : { type: 'except', cidrs: toCidrs(cut) };
}

/** The addresses of an end; of pods those that are known and inside the block. */
const addressesOf = (end: TargetEnd, block: IpSet): IpSet =>
  end.type === 'addresses'
    ? end.addresses
    : end.pods
        .flatMap(({ addresses }) => addresses)
        .filter((address) => hasAddress(block, address))
        .map(({ family, value }) => ipSetOf({ family, first: value, last: value }))
        .reduce(unionIps, emptyIpSet);

/** A narrowed peer as it is written anew; null: it is gone. */
export function toNarrowedValue(peer: Peer, narrowed: NarrowedPeer): YamlValue | null {
  if (narrowed.type === 'drop') return null;
  if (narrowed.type === 'keep') return toPeerValue(peer);
  if (narrowed.type === 'except') {
    return peer.type === 'addresses' ? toPeerValue({ ...peer, except: [...peer.except, ...narrowed.cidrs] }) : null;
  }
  if (peer.type !== 'pods') return null;
  const { requirement, selector } = narrowed;
  const { namespaces, pods } = peer.selection;
  if (selector === 'podSelector') {
    return toPeerValue({ ...peer, selection: { namespaces, pods: withRequirement(pods, requirement) } });
  }
  if (namespaces.type === 'named') return null;
  const narrower = { type: 'selected' as const, selector: withRequirement(namespaces.selector, requirement) };
  return toPeerValue({ ...peer, selection: { namespaces: narrower, pods } });
}

export const withRequirement = (selector: LabelSelector, requirement: LabelRequirement): LabelSelector => ({
  ...selector,
  matchExpressions: [...selector.matchExpressions, requirement],
});

export const everyAddressBut = (ends: readonly TargetEnd[], all: IpSet): IpSet =>
  ends.reduce((set, end) => (end.type === 'addresses' ? subtractIps(set, end.addresses) : set), all);
