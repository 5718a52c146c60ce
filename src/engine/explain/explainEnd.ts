import { listServiceHops } from '../cluster/listServiceHops.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { Admitted, Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { createNamespaceLabels } from '../connectivity/createNamespaceLabels.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { emptyPortSet, everyPort, hasPort, isEmptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import { portSets } from '../net/PortCalculus.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { admitByRules } from './admitByRules.ts';
import type { Bounds } from './admitByRules.ts';
import type { AdmittingRule, EndReason, FlowExplanation, Verdict } from './Explanation.ts';
import { findAdmissions } from './findAdmissions.ts';
import type { PolicyFinder, SelectingPolicy } from './createPolicyFinder.ts';
import type { Admission } from './findAdmissions.ts';
import { findNearMisses } from './findNearMisses.ts';
import { uniteFacts } from './listMissingFacts.ts';
import type { MissingFact } from './MissingFact.ts';
import type { OtherEnd, Situation } from './Situation.ts';

/**
 * The pair is exempt from policies: a pod and itself, or a pod and its own node; `perhapsNode`: one is on the host
 * network, and whether the other runs on the same node is not known.
 */
export type Exemption = 'self' | 'node' | 'perhapsNode' | null;

/** What is asked of one end. */
export interface EndQuestion {
  readonly connectivity: Connectivity;
  readonly finder: PolicyFinder;
  /** `verdict`: near misses, which take the most time, are left out. */
  readonly wants: 'reasons' | 'verdict';
  /** egress: `subject` is the source and `other` the destination; ingress: the other way round. */
  readonly direction: Direction;
  readonly subject: EndpointRef;
  readonly other: EndpointRef;
  readonly exemption: Exemption;
  readonly port: FlowExplanation['port'];
  /** The address that was meant, when `other` is outside the cluster. */
  readonly otherAddress: IpAddress | null;
}

const everything: Admitted = { ports: everyPort, uncertain: emptyPortSet };
const nothing: Admitted = { ports: emptyPortSet, uncertain: emptyPortSet };

/** Decides one end of one pair straight from the rules, and keeps the reasons (docs/semantics). */
export const explainEnd = (question: EndQuestion): EndReason => {
  const { connectivity, finder, direction, subject, exemption, other, port } = question;
  const reason: EndReason = {
    direction,
    endpoint: toNodeId(connectivity, subject),
    state: 'open',
    verdict: 'allowed',
    isolatedBy: [],
    admitting: [],
    nearMisses: [],
    missing: [],
    admits: everything,
  };
  if (exemption === 'self' || exemption === 'node') return { ...reason, state: exemption };
  if (subject.type === 'external') {
    const inside = other.type === 'pod';
    return {
      ...reason,
      state: 'external',
      verdict: inside ? 'allowed' : 'denied',
      admits: inside ? everything : nothing,
    };
  }
  const { knowledge } = connectivity;
  const pod = connectivity.cluster.pods[subject.index]!;
  if (pod.hostNetwork && knowledge.assumesComplete) return { ...reason, state: 'hostNetwork' };

  const selecting = finder.listSelecting(pod);
  const isolating = selecting.filter(({ policy }) => policy.isolates.includes(direction));
  if (isolating.length === 0) return reason;

  const situation = toSituation(question, pod);
  const found = isolating.map((isolator) => ({ isolator, rules: findAdmissions(isolator, situation) }));
  const byRules = admitByRules(
    portSets,
    found.map(({ isolator, rules }) => ({ match: isolator.byLabels, ...sum(rules) })),
    { mayIgnoreAll: pod.hostNetwork },
  );
  const admits = toAdmitted(exemption === 'perhapsNode' ? { ...byRules, possible: everyPort } : byRules);
  const verdict = toVerdict(admits, port);
  const admitting = found.flatMap(({ rules }) => rules).filter(({ ports }) => isAsked(ports, port));
  return {
    ...reason,
    state: 'isolated',
    verdict,
    isolatedBy: isolating.map(({ policy: { id, origin }, match, missing }) => ({
      policy: id,
      origin,
      match: match === 'yes' ? 'yes' : 'maybe',
      missing,
    })),
    admitting: [
      ...admitting.filter(({ match }) => match === 'yes'),
      ...admitting.filter(({ match }) => match === 'maybe'),
    ],
    nearMisses:
      verdict === 'denied' && question.wants === 'reasons'
        ? findNearMisses(
            {
              selecting: selecting.map(({ policy }) => policy),
              others: finder.listOthers(pod),
              elsewhere: finder.listElsewhere(pod),
            },
            situation,
          )
        : [],
    missing: verdict === 'uncertain' ? listMissing(question, { isolating, admitting }) : [],
    admits,
  };
};

/** Verdict on what is admitted, for one port or (null) for any. */
export const toVerdict = ({ ports, uncertain }: Admitted, port: FlowExplanation['port']): Verdict =>
  isAsked(ports, port) ? 'allowed' : isAsked(uncertain, port) ? 'uncertain' : 'denied';

const isAsked = (ports: PortSet, port: FlowExplanation['port']): boolean =>
  port === null ? !isEmptyPortSet(ports) : hasPort(ports, port.protocol, port.port);

const toAdmitted = ({ certain, possible }: Bounds<PortSet>): Admitted => ({
  ports: certain,
  uncertain: subtractPorts(possible, certain),
});

const sum = (rules: readonly Admission[]) => ({
  // The peer alone: whether the policy counts is said by its own match.
  certain: rules
    .filter(({ peerMatch }) => peerMatch === 'yes')
    .reduce((set, { ports }) => unionPorts(set, ports), emptyPortSet),
  possible: rules.reduce((set, { ports }) => unionPorts(set, ports), emptyPortSet),
});

const toSituation = ({ connectivity, direction, other, otherAddress, port }: EndQuestion, pod: Pod): Situation => {
  const { cluster, externals, knowledge } = connectivity;
  const otherEnd: OtherEnd =
    other.type === 'pod'
      ? { type: 'pod', pod: cluster.pods[other.index]! }
      : { type: 'external', external: externals[other.index]!, asked: otherAddress };
  let hops: ReturnType<typeof listServiceHops> | undefined;
  const destination = direction === 'ingress' ? pod : otherEnd.type === 'pod' ? otherEnd.pod : null;
  return {
    direction,
    knowledge,
    labelsOfNamespace: lazily(() => createNamespaceLabels(cluster)),
    subject: pod,
    other: otherEnd,
    port,
    destination: destination?.ports ?? [],
    listHops: () => (hops ??= destination === null ? [] : listServiceHops(cluster, destination)),
  };
};

/** A look-up that is made when it is first asked. */
const lazily = <Key, Value>(create: () => (key: Key) => Value): ((key: Key) => Value) => {
  let find: ((key: Key) => Value) | undefined;
  return (key) => (find ??= create())(key);
};

/** A rule that perhaps admits it comes before a policy that perhaps does not count. */
const listMissing = (
  { connectivity, subject, other, exemption }: EndQuestion,
  found: { readonly isolating: readonly SelectingPolicy[]; readonly admitting: readonly AdmittingRule[] },
): readonly MissingFact[] => {
  const ends = { pod: toNodeId(connectivity, subject), other: toNodeId(connectivity, other) };
  return uniteFacts([
    ...found.admitting.flatMap(({ missing }) => missing),
    ...found.isolating.flatMap(({ missing }) => missing),
    ...(exemption === 'perhapsNode' ? [{ code: 'node', ...ends } as const] : []),
  ]);
};
