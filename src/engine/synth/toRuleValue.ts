import type { YamlValue } from '../edits/YamlValue.ts';
import type { LabelRequirement, LabelSelector } from '../labels/LabelSelector.ts';
import type { Peer, PolicyRule, PortMatch } from '../policy/PolicyRule.ts';

/** A selector as it is written; the empty one is `{}`. */
export const toSelectorValue = ({ matchLabels, matchExpressions }: LabelSelector): YamlValue => ({
  ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
  ...(matchExpressions.length > 0 && { matchExpressions: matchExpressions.map(toRequirementValue) }),
});

export const toRequirementValue = ({ key, operator, values }: LabelRequirement): YamlValue => ({
  key,
  operator,
  ...(values.length > 0 && { values }),
});

/** An item of `from` or `to`, in a policy of the namespace that `named` selections mean. */
export function toPeerValue(peer: Peer): YamlValue {
  if (peer.type === 'addresses') {
    const { cidr, except } = peer;
    return { ipBlock: { cidr, ...(except.length > 0 && { except }) } };
  }
  const { namespaces, pods } = peer.selection;
  const podSelector = toSelectorValue(pods);
  if (namespaces.type === 'named') return { podSelector };
  const isEvery = pods.matchExpressions.length === 0 && Object.keys(pods.matchLabels).length === 0;
  return { namespaceSelector: toSelectorValue(namespaces.selector), ...(!isEvery && { podSelector }) };
}

/** An item of `ports`. */
export function toPortValue(match: PortMatch): YamlValue {
  const { protocol } = match;
  if (match.type === 'protocol') return { protocol };
  if (match.type === 'name') return { protocol, port: match.name };
  return { protocol, port: match.from, ...(match.to !== match.from && { endPort: match.to }) };
}

/** A rule with these peers and ports; null: any. */
export const toRuleValue = (
  { direction }: Pick<PolicyRule, 'direction'>,
  peers: readonly YamlValue[] | null,
  ports: readonly YamlValue[] | null,
): YamlValue => ({
  ...(peers !== null && { [direction === 'ingress' ? 'from' : 'to']: peers }),
  ...(ports !== null && { ports }),
});
