import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { matchesExternal, matchPod, matchSelection } from '../connectivity/matchesPeer.ts';
import { resolvePort, resolvePorts } from '../connectivity/resolvePorts.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { emptyPortSet, everyPort, hasPort, isEmptyPortSet, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Peer, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { AdmittingRule, EndReason, FlowExplanation, NearMiss } from './Explanation.ts';

/** What is asked of one end. */
export interface EndQuestion {
  readonly connectivity: Connectivity;
  /** egress: `subject` is the source and `other` the destination; ingress: the other way round. */
  readonly direction: Direction;
  readonly subject: EndpointRef;
  readonly other: EndpointRef;
  /** The pair is exempt from policies: a pod and itself, or a pod and its own node. */
  readonly exemption: 'self' | 'node' | null;
  readonly port: FlowExplanation['port'];
}

/** A question with what is looked up once for all rules. */
interface Situation extends EndQuestion {
  /** The destination's container ports, by which port names are resolved. */
  readonly destination: readonly ContainerPort[];
}

/** Decides one end of one pair straight from the rules, and keeps the reasons (docs/semantics). */
export const explainEnd = (question: EndQuestion): EndReason => {
  const { connectivity, direction, subject, exemption } = question;
  const reason = {
    direction,
    endpoint: toEndpointId(connectivity, subject),
    isolatedBy: [],
    admitting: [],
    nearMisses: [],
    admits: everyPort,
  };
  if (exemption !== null) return { ...reason, state: exemption };
  if (subject.type === 'external') {
    return { ...reason, state: 'external', admits: question.other.type === 'external' ? emptyPortSet : everyPort };
  }
  const pod = connectivity.cluster.pods[subject.index]!;
  if (pod.hostNetwork) return { ...reason, state: 'hostNetwork' };

  const situation = toSituation(question);
  const selecting = connectivity.tiers
    .flatMap((tier) => tier.policies)
    .filter((policy) => matchSelection(policy.subject, pod, connectivity.knowledge) === 'yes');
  const isolating = selecting.filter((policy) => policy.isolates.includes(direction));
  if (isolating.length === 0) return { ...reason, state: 'open' };

  const admissions = isolating.flatMap((policy) => findAdmissions(policy, situation));
  const admitting = admissions.filter(({ ports }) => isAsked(ports, question));
  return {
    ...reason,
    state: 'isolated',
    isolatedBy: isolating.map(({ id, origin }) => ({ policy: id, origin })),
    admitting,
    nearMisses: admitting.length > 0 ? [] : selecting.flatMap((policy) => findNearMiss(policy, situation) ?? []),
    admits: admissions.reduce((set, { ports }) => unionPorts(set, ports), emptyPortSet),
  };
};

const toEndpointId = ({ cluster, externals }: Connectivity, ref: EndpointRef): string =>
  ref.type === 'pod' ? cluster.pods[ref.index]!.id : externals[ref.index]!.id;

const toSituation = (question: EndQuestion): Situation => {
  const { connectivity, direction, subject, other } = question;
  const destination = direction === 'egress' ? other : subject;
  return {
    ...question,
    destination: destination.type === 'pod' ? connectivity.cluster.pods[destination.index]!.ports : [],
  };
};

const isAsked = (ports: PortSet, { port }: EndQuestion): boolean =>
  port === null ? !isEmptyPortSet(ports) : hasPort(ports, port.protocol, port.port);

const rulesOf = (policy: Policy, direction: Direction): readonly PolicyRule[] =>
  policy.rules.filter((rule) => rule.direction === direction);

const matches = (peer: Peer, { connectivity, other }: Situation): boolean =>
  other.type === 'external'
    ? matchesExternal(peer, connectivity.externals[other.index]!.addresses)
    : matchPod(peer, connectivity.cluster.pods[other.index] as Pod, connectivity.knowledge) === 'yes';

/** The peer items of a rule that take in the other end; a single null for a rule that lists none. */
const matchingPeers = (rule: PolicyRule, situation: Situation): readonly (number | null)[] =>
  rule.peers === null ? [null] : rule.peers.flatMap((peer, index) => (matches(peer, situation) ? index : []));

/** What a policy's rules admit of the pair, whatever the port asked for; one for each peer item that matches. */
const findAdmissions = (policy: Policy, situation: Situation): AdmittingRule[] =>
  rulesOf(policy, situation.direction).flatMap((rule) => {
    const ports = resolvePorts(rule.ports, situation.destination);
    if (isEmptyPortSet(ports)) return [];
    return matchingPeers(rule, situation).map((peerIndex) => ({
      rule: rule.origin,
      peerIndex,
      peerOrigin: peerIndex === null ? null : rule.peers![peerIndex]!.origin,
      portIndices: contributingPorts(rule, situation),
      ports,
    }));
  });

const contributingPorts = ({ ports }: PolicyRule, { port, destination }: Situation): readonly number[] | null => {
  if (ports === null) return null;
  return ports.flatMap((match, index) => {
    const set = resolvePort(match, destination);
    const contributes = port === null ? !isEmptyPortSet(set) : hasPort(set, port.protocol, port.port);
    return contributes ? index : [];
  });
};

const findNearMiss = (policy: Policy, situation: Situation): NearMiss | null => {
  const { direction } = situation;
  const miss = (rule: PolicyRule | null, because: NearMiss['because']): NearMiss => ({
    policy: policy.id,
    rule: rule?.origin ?? null,
    because,
  });
  if (!policy.isolates.includes(direction)) {
    // A policy's ignored rules are all of the one direction that it does not isolate.
    const ignored = policy.ignoredRules[0];
    return ignored === undefined ? null : { policy: policy.id, rule: ignored, because: 'ignored' };
  }
  const rules = rulesOf(policy, direction);
  if (rules.length === 0) return miss(null, 'noRules');
  const forPeer = rules.find((rule) => matchingPeers(rule, situation).length > 0);
  if (forPeer !== undefined) return miss(forPeer, 'port');
  const forPort = rules.find((rule) => isAsked(resolvePorts(rule.ports, situation.destination), situation));
  return miss(forPort ?? rules[0]!, 'peer');
};
