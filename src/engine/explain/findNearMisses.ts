import { hasPort } from '../net/portAlgebra.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { NearMiss } from './Explanation.ts';
import { findPeerCauses } from './findPeerCauses.ts';
import { findPortCause } from './findPortCause.ts';
import { judgeSelector } from './judgeSelector.ts';
import { matchOther } from './matchOther.ts';
import { measureDistance } from './measureDistance.ts';
import type { MissCause } from './MissCause.ts';
import type { Situation } from './Situation.ts';

/**
 * The policies at hand when an end denies: those that select it, the others, which may nearly do, and those of other
 * namespaces that would if they were in this one.
 */
export interface Candidates {
  readonly selecting: readonly Policy[];
  readonly others: readonly Policy[];
  readonly elsewhere: readonly Policy[];
}

/**
 * What comes closest to admitting what was asked for, and fails: one near miss for each policy that selects the end, and
 * for each that would admit it and nearly selects it; the likeliest first.
 */
export const findNearMisses = (
  { selecting, others, elsewhere }: Candidates,
  situation: Situation,
): readonly NearMiss[] => {
  const { direction } = situation;
  const isolating = selecting.filter(({ isolates }) => isolates.includes(direction));
  const misses = [
    ...findMissingDns(isolating, situation),
    ...selecting.flatMap((policy) => findInPolicy(policy, situation) ?? []),
    ...others.flatMap((policy) => findOfSubject(policy, situation) ?? []),
    ...elsewhere.flatMap((policy) => findElsewhere(policy, situation) ?? []),
  ];
  return misses
    .map((miss, index) => ({ miss, index }))
    .sort(byDistance)
    .map(({ miss }) => miss);
};

interface Placed {
  readonly miss: NearMiss;
  readonly index: number;
}

const byDistance = (a: Placed, b: Placed): number => a.miss.distance - b.miss.distance || a.index - b.index;

/** An item that fails with the fewest changes; index null when the rule lists none, causes empty when it does not fail. */
interface Best {
  readonly index: number | null;
  readonly causes: readonly MissCause[];
}

const chooseBest = <Item>(items: readonly Item[] | null, judge: (item: Item) => readonly MissCause[]): Best => {
  let best: Best | null = items === null ? { index: null, causes: [] } : null;
  items?.forEach((item, index) => {
    const causes = judge(item);
    if (best === null || measureDistance(causes) < measureDistance(best.causes)) best = { index, causes };
  });
  return best ?? { index: null, causes: [] };
};

const toList = (cause: MissCause | null): readonly MissCause[] => (cause === null ? [] : [cause]);

const judgeRule = (rule: PolicyRule, situation: Situation, before: readonly MissCause[]): NearMiss => {
  const peer = chooseBest(rule.peers, (item) =>
    matchOther(item, situation) === 'no' ? findPeerCauses(item, situation) : [],
  );
  const port = chooseBest(rule.ports, (item) => toList(findPortCause(item, situation)));
  const peerFails = peer.causes.length > 0;
  const portFails = port.causes.length > 0;
  const causes = [...before, ...peer.causes, ...port.causes];
  const item = peerFails ? rule.peers?.[peer.index!] : portFails ? rule.ports?.[port.index!] : undefined;
  return {
    policy: rule.origin.policy,
    rule: rule.origin,
    peerIndex: peerFails ? peer.index : null,
    portIndex: portFails ? port.index : null,
    origin: before.length > 0 ? rule.origin : (item?.origin ?? rule.origin),
    causes,
    distance: measureDistance(causes),
  };
};

const nearest = (misses: readonly NearMiss[]): NearMiss | null =>
  misses.reduce<NearMiss | null>((best, miss) => (best === null || miss.distance < best.distance ? miss : best), null);

const wholePolicy = ({ id, origin }: Policy, cause: MissCause): NearMiss => ({
  policy: id,
  rule: null,
  peerIndex: null,
  portIndex: null,
  origin,
  causes: [cause],
  distance: measureDistance([cause]),
});

const findInPolicy = (policy: Policy, situation: Situation): NearMiss | null => {
  const { direction } = situation;
  if (!policy.isolates.includes(direction)) {
    const ignored = policy.ignoredRules.filter((rule) => rule.direction === direction);
    return nearest(ignored.map((rule) => judgeRule(rule, situation, [{ code: 'ignoredDirection', direction }])));
  }
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  if (rules.length === 0) return wholePolicy(policy, { code: 'noRules' });
  return nearest(rules.map((rule) => judgeRule(rule, situation, [])));
};

/** A policy of the same namespace whose podSelector only has a slip, with a rule that would admit what was asked for. */
const findOfSubject = (policy: Policy, situation: Situation): NearMiss | null => {
  const { direction, subject, knowledge } = situation;
  if (policy.namespace !== subject.namespace || !policy.isolates.includes(direction)) return null;
  const { misses } = judgeSelector(policy.subject.pods, subject.labels, (selector) =>
    knowledge.matchPod(selector, subject),
  );
  if (misses.length === 0 || misses.some(({ similar, requirement }) => similar?.key !== requirement.key)) return null;
  const causes = misses.map((miss): MissCause => ({ code: 'subjectLabel', ...miss }));
  const own = measureDistance(causes);
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  const best = nearest(rules.map((rule) => judgeRule(rule, situation, causes)));
  return best !== null && best.distance === own ? { ...best, origin: policy.origin } : null;
};

/** A policy of another namespace that would admit what was asked for if it were moved into the end's. */
const findElsewhere = (policy: Policy, situation: Situation): NearMiss | null => {
  const { direction, subject } = situation;
  if (!policy.isolates.includes(direction)) return null;
  const { namespace } = subject;
  const cause: MissCause = { code: 'subjectNamespace', wanted: policy.namespace, actual: namespace };
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  const best = nearest(rules.map((rule) => judgeRule(moveRule(rule, policy.namespace, namespace), situation, [cause])));
  return best?.causes.length === 1 ? { ...best, origin: policy.origin } : null;
};

/** A podSelector alone means the policy's own namespace, wherever that is. */
const moveRule = (rule: PolicyRule, from: string, to: string): PolicyRule => ({
  ...rule,
  peers:
    rule.peers?.map((peer) =>
      peer.type === 'pods' && peer.selection.namespaces.type === 'named' && peer.selection.namespaces.name === from
        ? { ...peer, selection: { ...peer.selection, namespaces: { type: 'named', name: to } } }
        : peer,
    ) ?? null,
});

/** Port 53 is asked for, and no rule that isolates the source allows it to anyone: name lookups were forgotten. */
const findMissingDns = (isolating: readonly Policy[], { direction, port }: Situation): readonly NearMiss[] => {
  if (direction !== 'egress' || port?.port !== 53 || port.protocol === 'SCTP') return [];
  const rules = isolating.flatMap((policy) => policy.rules).filter((rule) => rule.direction === 'egress');
  const policy = isolating.find((each) => each.rules.some((rule) => rule.direction === 'egress'));
  if (policy === undefined) return [];
  const isForDns = ({ ports }: PolicyRule): boolean =>
    ports === null ? true : hasPort(resolvePorts(ports, []), port.protocol, 53);
  return rules.some(isForDns) ? [] : [wholePolicy(policy, { code: 'noDns' })];
};
