import type { Pod } from '../cluster/Cluster.ts';
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
  return listPolicies(base).flatMap((policy) => {
    if (policy.namespace !== subject.workload.namespace) return [];
    const selected = listSubjects(base, policy);
    const own = selected.filter(({ workload }) => workload === subject.workload.id);
    if (own.length === 0) return [];
    return policy.rules
      .filter((rule) => rule.direction === direction)
      .flatMap((rule) => toCut(base, { policy, rule, selected, own, other }) ?? []);
  });
}

interface Candidate {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  /** The pods that the policy selects, and those of them that are the flow's. */
  readonly selected: readonly Pod[];
  readonly own: readonly Pod[];
  readonly other: IntentEnd;
}

function toCut(base: PlanningBase, { policy, rule, selected, own, other }: Candidate): Cut | null {
  const matching = rule.peers?.flatMap((peer, position) => (matchesEnd(base, peer, other) ? [position] : [])) ?? null;
  if (matching?.length === 0) return null;
  const peers = matching?.flatMap((position) => rule.peers?.[position] ?? []) ?? null;
  if (!hasPorts(rule, listDestinations(base, { rule, peers, own, other }))) return null;
  const subjects = new Set(selected.map(({ workload }) => workload)).size;
  const { connectivity } = base;
  const covered =
    peers === null
      ? connectivity.cluster.workloads.length + connectivity.externals.length
      : new Set(peers.flatMap((peer) => listCovered(base, peer))).size;
  const isWhole = matching === null || matching.length === rule.peers?.length;
  return { policy, rule, peers: isWhole ? null : matching, collateral: subjects * covered - 1 };
}

/** The pods that the connection goes to as far as the rule is concerned; null outside the cluster. */
function listDestinations(
  base: PlanningBase,
  { rule, peers, own, other }: Pick<Candidate, 'rule' | 'own' | 'other'> & { readonly peers: readonly Peer[] | null },
): readonly Pod[] | null {
  if (rule.direction === 'ingress') return own;
  if (other.type === 'external') return null;
  return peers === null
    ? other.pods
    : peers.flatMap((peer) => listPeerPods(base, peer)).filter(({ workload }) => workload === other.workload.id);
}

const hasPorts = ({ ports }: PolicyRule, destinations: readonly Pod[] | null): boolean =>
  destinations === null
    ? !isEmptyPortSet(resolvePorts(ports, []))
    : destinations.some((pod) => !isEmptyPortSet(resolvePorts(ports, pod.ports)));

const matchesEnd = (base: PlanningBase, peer: Peer, end: IntentEnd): boolean =>
  end.type === 'external'
    ? matchesExternal(peer, end.external.addresses)
    : listPeerPods(base, peer).some(({ workload }) => workload === end.workload.id);

/** The ids of the workloads and externals that a peer takes in. */
function listCovered(base: PlanningBase, peer: Peer): readonly string[] {
  const { externals } = base.connectivity;
  return [
    ...listPeerPods(base, peer).map(({ workload }) => workload),
    ...externals.filter(({ addresses }) => matchesExternal(peer, addresses)).map(({ id }) => id),
  ];
}
