import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { matchesExternal } from '../connectivity/matchesPeer.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import type { Direction, Peer, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { listPeerPods, listPolicies, listSubjects, type IntentEnd, type PlanningBase } from './PlanningBase.ts';

/** What has to go of one rule so that it no longer allows a flow. */
export interface Cut {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  /** Positions of the peers to remove; null: the whole rule. */
  readonly peers: readonly number[] | null;
  /** How many other pairs of nodes it allows something too. */
  readonly collateral: number;
}

/** The cuts that take the flow away at one end: one for each rule that allows some of it there. */
export function findCuts(base: PlanningBase, direction: Direction, from: IntentEnd, to: IntentEnd): readonly Cut[] {
  const [subject, other] = direction === 'egress' ? [from, to] : [to, from];
  if (subject.type === 'external') return [];
  const subjects = new Set(subject.pods.map(({ index }) => index));
  const destinations = to.type === 'workload' ? to.pods : [];
  return listPolicies(base)
    .filter((policy) => listSubjects(base, policy).some(({ index }) => subjects.has(index)))
    .flatMap((policy) => policy.rules.filter((rule) => rule.direction === direction).map((rule) => ({ policy, rule })))
    .filter(({ rule }) => hasPorts(rule, destinations))
    .flatMap(({ policy, rule }) => toCut(base, policy, rule, other) ?? []);
}

const hasPorts = ({ ports }: PolicyRule, destinations: Extract<IntentEnd, { type: 'workload' }>['pods']): boolean =>
  destinations.length === 0
    ? !isEmptyPortSet(resolvePorts(ports, []))
    : destinations.some((pod) => !isEmptyPortSet(resolvePorts(ports, pod.ports)));

function toCut(base: PlanningBase, policy: Policy, rule: PolicyRule, other: IntentEnd): Cut | null {
  const subjects = new Set(listSubjects(base, policy).map(({ workload }) => workload)).size;
  const toResult = (peers: readonly number[] | null, covered: number): Cut => {
    return { policy, rule, peers, collateral: subjects * covered - 1 };
  };
  const { workloads } = base.connectivity.cluster;
  if (rule.peers === null) return toResult(null, workloads.length + base.connectivity.externals.length);
  const matching = rule.peers.flatMap((peer, position) => (matchesEnd(base, peer, other) ? [position] : []));
  if (matching.length === 0) return null;
  const covered = new Set(matching.flatMap((position) => listCovered(base, rule.peers?.[position])));
  return toResult(matching.length === rule.peers.length ? null : matching, covered.size);
}

const matchesEnd = (base: PlanningBase, peer: Peer, end: IntentEnd): boolean =>
  end.type === 'external'
    ? matchesExternal(peer, end.external.addresses)
    : listPeerPods(base, peer).some(({ workload }) => workload === end.workload.id);

/** The ids of the workloads and externals that a peer takes in. */
function listCovered(base: PlanningBase, peer: Peer | undefined): readonly string[] {
  if (!peer) return [];
  const { externals } = base.connectivity;
  return [
    ...listPeerPods(base, peer).map(({ workload }) => workload),
    ...externals.filter(({ addresses }) => matchesExternal(peer, addresses)).map(({ id }) => id),
  ];
}
