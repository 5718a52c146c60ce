import { toSelectorKey } from '../labels/toSelectorKey.ts';
import { toIpKey } from '../net/ipAlgebra.ts';
import { emptyPortSet, portSetOf, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { Direction, Peer, PodSelection, Policy, PolicyRule, PortMatch } from '../policy/PolicyRule.ts';

/** A rule as far as it counts: equal texts for rules that admit the same, however they are written. */
export interface RuleMeaning {
  readonly direction: Direction;
  readonly index: number;
  readonly key: string;
}

/** What a policy says, without where and how it says it. */
export interface PolicyMeaning {
  readonly subject: string;
  readonly isolates: readonly Direction[];
  /** Of the directions that it isolates. */
  readonly rules: readonly RuleMeaning[];
}

export const toPolicyMeaning = ({ subject, isolates, rules }: Policy): PolicyMeaning => ({
  subject: toSelectionKey(subject),
  isolates,
  rules: rules.map((rule) => ({ direction: rule.direction, index: rule.origin.index, key: toRuleKey(rule) })),
});

const toSelectionKey = ({ namespaces, pods }: PodSelection): string =>
  JSON.stringify([
    namespaces.type === 'named' ? `= ${namespaces.name}` : toSelectorKey(namespaces.selector),
    toSelectorKey(pods),
  ]);

const toRuleKey = ({ direction, peers, ports }: PolicyRule): string =>
  JSON.stringify([direction, peers && [...new Set(peers.map(toPeerKey))].sort(), ports && toPortsKey(ports)]);

const toPeerKey = (peer: Peer): string =>
  peer.type === 'pods' ? `pods ${toSelectionKey(peer.selection)}` : `addresses ${toIpKey(peer.addresses)}`;

/** Numbers as one set; names, which only a pod can resolve, beside it. */
const toPortsKey = (ports: readonly PortMatch[]): string => {
  const numbers = ports.reduce(
    (set, match) =>
      match.type === 'name'
        ? set
        : unionPorts(
            set,
            match.type === 'range' ? portSetOf(match.protocol, match.from, match.to) : portSetOf(match.protocol),
          ),
    emptyPortSet,
  );
  const names = ports.flatMap((match) => (match.type === 'name' ? [`${match.protocol} ${match.name}`] : []));
  return JSON.stringify([toPortKey(numbers), [...new Set(names)].sort()]);
};
