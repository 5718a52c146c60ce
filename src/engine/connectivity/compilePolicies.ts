import { nameLabel } from '../labels/nameLabel.ts';
import { findLabel, isEmptySelector } from '../labels/matchesSelector.ts';
import { toSelectorKey } from '../labels/toSelectorKey.ts';
import { isEmptyIpSet, toIpKey } from '../net/ipAlgebra.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction, Peer, PodSelection, Policy, PolicyRule, PortMatch } from '../policy/PolicyRule.ts';
import { listRequirements } from '../labels/listRequirements.ts';
import type { LabelMention } from './createLabelMentions.ts';
import type { MentionedAddresses } from './formatExternalLabel.ts';
import { resolvePorts } from './resolvePorts.ts';

/** A selection's number in a `MentionTable`. */
export type SelectionId = number;
/** A set of addresses' number in a `MentionTable`. */
export type AddressSetId = number;

/** A rule with its peers by number and its ports resolved as far as they do not hang on the destination. */
export interface CompiledRule {
  readonly origin: PolicyRule;
  /** No peers are listed: any peer. */
  readonly anyPeer: boolean;
  readonly selections: readonly SelectionId[];
  readonly addressSets: readonly AddressSetId[];
  readonly ports: PortSetId;
  /** Ports by name, which each destination resolves for itself. */
  readonly names: readonly Extract<PortMatch, { type: 'name' }>[];
}

export interface CompiledPolicy {
  /** Unique among all policies that one table has compiled. */
  readonly number: number;
  readonly subject: SelectionId;
  readonly isolates: readonly Direction[];
  readonly rules: Readonly<Record<Direction, readonly CompiledRule[]>>;
  /** Labels that its pod selectors look at. */
  readonly labels: readonly LabelMention[];
  readonly addressSets: ReadonlyMap<AddressSetId, MentionedAddresses>;
}

/** Everything that policies say of pods and addresses, each thing once and by number. Only ever grows. */
export interface MentionTable {
  readonly selections: readonly PodSelection[];
  /** The same policy is compiled once. */
  compile(policy: Policy): CompiledPolicy;
  /** How many policies have been compiled. */
  size(): number;
}

export const createMentionTable = (ports: PortSetTable): MentionTable => {
  const selections = createNumbering<PodSelection>(toSelectionKey);
  const addressSets = createNumbering<MentionedAddresses>(({ addresses }) => toIpKey(addresses));
  const compiled = new Map<Policy, CompiledPolicy>();
  /** A policy that another one has pushed to another position says the same; its lists are the same values. */
  const byRules = new WeakMap<readonly PolicyRule[], { readonly policy: Policy; readonly result: CompiledPolicy }>();
  const findMoved = (policy: Policy): CompiledPolicy | null => {
    const former = byRules.get(policy.rules);
    const isSame = former?.policy.subject === policy.subject && former.policy.isolates === policy.isolates;
    return former !== undefined && isSame ? former.result : null;
  };
  let count = 0;

  const compileRule = (rule: PolicyRule): CompiledRule => {
    const peers = rule.peers ?? [];
    const names = (rule.ports ?? []).filter((port) => port.type === 'name');
    const fixed = rule.ports === null ? null : rule.ports.filter((port) => port.type !== 'name');
    return {
      origin: rule,
      anyPeer: rule.peers === null,
      selections: peers.flatMap((peer) => (peer.type === 'pods' ? selections.toNumber(peer.selection) : [])),
      addressSets: peers.flatMap((peer) => (isAddressPeer(peer) ? addressSets.toNumber(peer) : [])),
      ports: ports.intern(resolvePorts(fixed, [])),
      names,
    };
  };

  /** By number, as the peers of the rules say them: side by side with those of `compileRule`. */
  const collectAddressSets = (rules: readonly CompiledRule[]): CompiledPolicy['addressSets'] => {
    const found = new Map<AddressSetId, MentionedAddresses>();
    for (const rule of rules) {
      const mentioned = (rule.origin.peers ?? []).filter(isAddressPeer);
      rule.addressSets.forEach((number, at) => {
        if (!found.has(number)) found.set(number, mentioned[at]!);
      });
    }
    return found;
  };

  const compile = (policy: Policy): CompiledPolicy => {
    const { subject, isolates, rules } = policy;
    const all = rules.map(compileRule);
    const of = (direction: Direction) => all.filter(({ origin }) => origin.direction === direction);
    const mentioned = [subject, ...rules.flatMap(listSelections)];
    return {
      number: count,
      subject: selections.toNumber(subject),
      isolates,
      rules: { ingress: of('ingress'), egress: of('egress') },
      labels: mentioned.flatMap(listLabels),
      addressSets: collectAddressSets(all),
    };
  };

  return {
    selections: selections.items,
    size: () => count,
    compile: (policy) => {
      const known = compiled.get(policy);
      if (known !== undefined) return known;
      const moved = findMoved(policy);
      const result = moved ?? compile(policy);
      if (moved === null) count += 1;
      byRules.set(policy.rules, { policy, result });
      compiled.set(policy, result);
      return result;
    },
  };
};

/** Whether a selection takes in every pod of the cluster. */
export const isEveryPod = ({ namespaces, pods }: PodSelection): boolean =>
  namespaces.type === 'selected' && isEmptySelector(namespaces.selector) && isEmptySelector(pods);

const isAddressPeer = (peer: Peer): peer is Extract<Peer, { type: 'addresses' }> =>
  peer.type === 'addresses' && !isEmptyIpSet(peer.addresses);

const listSelections = ({ peers }: PolicyRule): readonly PodSelection[] =>
  (peers ?? []).flatMap((peer) => (peer.type === 'pods' ? peer.selection : []));

const listLabels = ({ namespaces, pods }: PodSelection): readonly LabelMention[] => {
  const namespace =
    namespaces.type === 'named' ? namespaces.name : (findLabel(namespaces.selector.matchLabels, nameLabel) ?? null);
  return listRequirements(pods).map(({ key, values }) => ({ namespace, key, values }));
};

const toSelectionKey = ({ namespaces, pods }: PodSelection): string =>
  `${namespaces.type === 'named' ? `=${namespaces.name}` : toSelectorKey(namespaces.selector)} ${toSelectorKey(pods)}`;

/** Numbers things with the same key alike, from 0 in order of appearance. */
const createNumbering = <Item>(toKey: (item: Item) => string) => {
  const items: Item[] = [];
  const numbers = new Map<string, number>();
  return {
    items,
    toNumber: (item: Item): number => {
      const key = toKey(item);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, items.length);
      return items.push(item) - 1;
    },
  };
};
