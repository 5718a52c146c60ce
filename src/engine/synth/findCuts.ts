import type { Pod } from '../cluster/Cluster.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { matchesExternal } from '../connectivity/matchesPeer.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { intersectPorts, isEmptyPortSet } from '../net/portAlgebra.ts';
import type { Peer, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { DenyEnd } from './DenyEnd.ts';
import { listPeerPods, listPolicies, listSubjects, type PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';

/** What has to go of one rule so that it no longer allows a flow. */
export interface Cut {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  /** Positions of the peers to remove; null: the whole rule. */
  readonly peers: readonly number[] | null;
  /** How many other pairs of nodes it allows something too. */
  readonly collateral: number;
  /** The pods that the policy selects, and those of them that are the subject's. */
  readonly selected: readonly Pod[];
  readonly own: readonly Pod[];
  /** The container ports by which the rule's ports are resolved, of each pod that the flow goes to; empty outside the cluster. */
  readonly destinations: readonly (readonly ContainerPort[])[];
}

/** The cuts that take the flow away at one end: one for each rule that allows some of it there. */
export function findCuts(base: PlanningBase, end: DenyEnd): readonly Cut[] {
  const { subject, direction } = end;
  return listPolicies(base).flatMap((policy) => {
    if (policy.namespace !== subject.namespace) return [];
    const selected = listSubjects(base, policy);
    const pods = new Set(subject.pods);
    const own = selected.filter((pod) => pods.has(pod));
    if (own.length === 0) return [];
    return policy.rules
      .filter((rule) => rule.direction === direction)
      .flatMap((rule) => toCut(base, end, { policy, rule, selected, own }) ?? []);
  });
}

type Candidate = Pick<Cut, 'policy' | 'rule' | 'selected' | 'own'>;

function toCut(base: PlanningBase, { others, ports }: DenyEnd, candidate: Candidate): Cut | null {
  const { rule, selected, own } = candidate;
  const takesIn = (peer: Peer): boolean => others.some((other) => matchesEnd(base, peer, other));
  const matching = rule.peers?.flatMap((peer, position) => (takesIn(peer) ? [position] : [])) ?? null;
  if (matching?.length === 0) return null;
  const peers = matching?.flatMap((position) => rule.peers?.[position] ?? []) ?? null;
  const destinations = listDestinations(base, { rule, peers, own, others });
  const isOutside = others.some(({ type }) => type === 'addresses') && rule.direction === 'egress';
  const places = isOutside ? [...destinations, []] : destinations;
  const admits = places.some((place) => !isEmptyPortSet(intersectPorts(resolvePorts(rule.ports, place), ports)));
  if (!admits) return null;
  const subjects = new Set(selected.map(({ workload }) => workload)).size;
  const { connectivity } = base;
  const covered =
    peers === null
      ? connectivity.cluster.workloads.length + connectivity.externals.length
      : new Set(peers.flatMap((peer) => listCovered(base, peer))).size;
  const isWhole = matching === null || matching.length === rule.peers?.length;
  return { ...candidate, peers: isWhole ? null : matching, collateral: subjects * covered - 1, destinations: places };
}

interface DestinationQuery extends Pick<Candidate, 'rule' | 'own'> {
  readonly peers: readonly Peer[] | null;
  readonly others: readonly TargetEnd[];
}

/** The pods that the connection goes to as far as the rule is concerned, by their container ports. */
function listDestinations(
  base: PlanningBase,
  { rule, peers, own, others }: DestinationQuery,
): readonly (readonly ContainerPort[])[] {
  if (rule.direction === 'ingress') return distinctPorts(own);
  const wanted = others.flatMap((end) => (end.type === 'pods' ? end.pods : []));
  if (peers === null) return distinctPorts(wanted);
  const taken = new Set(peers.flatMap((peer) => listPeerPods(base, peer)));
  return distinctPorts(wanted.filter((pod) => taken.has(pod)));
}

/** Pods that declare the same ports share the list. */
const distinctPorts = (pods: readonly Pod[]): readonly (readonly ContainerPort[])[] => [
  ...new Set(pods.map(({ ports }) => ports)),
];

function matchesEnd(base: PlanningBase, peer: Peer, end: TargetEnd): boolean {
  if (end.type === 'addresses') return matchesExternal(peer, end.addresses);
  const pods = new Set(end.pods);
  return listPeerPods(base, peer).some((pod) => pods.has(pod));
}

/** The ids of the workloads and externals that a peer takes in. */
function listCovered(base: PlanningBase, peer: Peer): readonly string[] {
  const { externals } = base.connectivity;
  return [
    ...listPeerPods(base, peer).map(({ workload }) => workload),
    ...externals.filter(({ addresses }) => matchesExternal(peer, addresses)).map(({ id }) => id),
  ];
}
