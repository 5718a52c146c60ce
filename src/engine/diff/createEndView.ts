import type { EndpointRef, Isolation, Locality } from '../connectivity/Connectivity.ts';
import { matchesExternal, matchPod, matchSelection } from '../connectivity/matchesPeer.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { eitherMatches, type Match } from '../labels/Match.ts';
import { emptyPortSet, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { toAdmittedLevels, type AdmittedLevels, type PairLevels } from './AdmittedLevels.ts';
import { compareText } from './compareText.ts';
import type { DiffSide, SideName } from './DiffSide.ts';
import { createMemo } from './createMemo.ts';
import type { AdmittedCode, SetIds } from './createSetIds.ts';
import type { MatchedNodes } from './matchNodes.ts';

/** One side's ends of flows, as far as policies tell them apart. */
export interface EndView {
  /** Nodes with the same key are treated alike by every policy, and have pods of which there is one only alike. */
  kindOf(node: number): string;
  /** Policies that isolate (some pods of) a node, or may, with how they select it. */
  isolators(node: number, direction: Direction): ReadonlyMap<Policy, string>;
  /** Whether the node's pods are isolated. */
  isolation(node: number, direction: Direction): string;
  /** What one policy admits at `end` to or from `other`. */
  contribution(policy: Policy, direction: Direction, end: number, other: number): AdmittedLevels;
  /** What all policies together admit there, when both nodes are of one kind of pod; null otherwise. */
  admittedCode(direction: Direction, end: number, other: number): AdmittedCode | null;
  /** The same for any nodes. */
  admitted(direction: Direction, end: number, other: number): AdmittedLevels;
  /** Whether policies tell pods of a node apart. */
  isMixed(node: number): boolean;
  /** Whether pods of a node are on the host network, so that it matters which machines pods are on. */
  hasHostPods(node: number): boolean;
  locality(a: Member, b: Member): Locality;
  /** A node pod by pod, by id; an external endpoint is one. */
  members(node: number): readonly Member[];
  /** Whether a member is isolated, and how a policy selects it. */
  isolationAt(direction: Direction, end: Member): Isolation;
  selectionAt(policy: Policy, end: Member): Match;
  /** What one policy, and what all together admit at a member of one node to or from a member of another. */
  contributionAt(policy: Policy, direction: Direction, end: Member, other: Member): PairLevels;
  admittedAt(direction: Direction, end: Member, other: Member): PairLevels;
}

export interface Member {
  readonly id: string;
  /** Members with the same number are treated alike by every policy of the side. */
  readonly kind: number;
  readonly ref: EndpointRef;
}

const nobody: readonly EndpointRef[] = [];

interface PartPair {
  readonly part: EndpointRef;
  /** How a policy selects the part. */
  readonly selects: Match;
  readonly peer: EndpointRef;
}

export const createEndView = (side: DiffSide, name: SideName, matched: MatchedNodes, setIds: SetIds): EndView => {
  const { cluster, connectivity } = side;
  const { knowledge } = connectivity;
  const numbers = matched.numbers[name];

  const parts = createMemo((node: number): readonly EndpointRef[] => {
    const number = numbers[node]!;
    if (number === -1) return nobody;
    const workload = cluster.workloads[number];
    if (workload === undefined) return [{ type: 'external', index: number - cluster.workloads.length }];
    const byClass = new Map(workload.pods.map((pod) => [connectivity.classOf(pod), pod]));
    return [...byClass].sort(([a], [b]) => a - b).map(([, index]) => ({ type: 'pod', index }));
  });

  const policies = side.tiers.flatMap((tier) => tier.policies);
  const inNamespace = new Map<string, Policy[]>();
  const anywhere: Policy[] = [];
  for (const policy of policies) {
    const { namespaces } = policy.subject;
    if (namespaces.type === 'selected') anywhere.push(policy);
    else inNamespace.set(namespaces.name, [...(inNamespace.get(namespaces.name) ?? []), policy]);
  }

  const selectsAt = (policy: Policy, part: EndpointRef): Match =>
    part.type === 'pod' ? matchSelection(policy.subject, cluster.pods[part.index]!, knowledge) : 'no';
  const selects = (policy: Policy, node: number): readonly Match[] =>
    parts(node).map((part) => selectsAt(policy, part));

  const isolators = {
    ingress: createMemo((node: number) => findIsolators(node, 'ingress')),
    egress: createMemo((node: number) => findIsolators(node, 'egress')),
  };
  const findIsolators = (node: number, direction: Direction): ReadonlyMap<Policy, string> => {
    const workload = matched.nodes[node]!;
    const candidates =
      workload.type === 'workload' ? [...(inNamespace.get(workload.namespace) ?? []), ...anywhere] : [];
    return new Map(
      candidates
        .filter((policy) => policy.isolates.includes(direction))
        .map((policy): [Policy, string] => [policy, distinct(selects(policy, node))])
        .filter(([, matches]) => matches !== 'no' && matches !== ''),
    );
  };

  const peerMatches = new Map<PolicyRule, Map<string, Match>>();
  const matchOther = (rule: PolicyRule, other: EndpointRef): Match => {
    if (rule.peers === null) return 'yes';
    const known = peerMatches.get(rule) ?? new Map<string, Match>();
    peerMatches.set(rule, known);
    const key = `${other.type} ${other.index}`;
    let match = known.get(key);
    if (match === undefined) {
      match = rule.peers.reduce<Match>((so, peer) => {
        if (other.type === 'pod') return eitherMatches(so, matchPod(peer, cluster.pods[other.index]!, knowledge));
        return matchesExternal(peer, connectivity.externals[other.index]!.addresses) ? 'yes' : so;
      }, 'no');
      known.set(key, match);
    }
    return match;
  };

  const contribute = (policy: Policy, direction: Direction, { part, selects, peer }: PartPair): PairLevels => {
    const destination = direction === 'ingress' ? part : peer;
    const named = destination.type === 'pod' ? cluster.pods[destination.index]!.ports : [];
    const levels: Record<string, PortSet> = {};
    for (const rule of selects === 'no' ? [] : policy.rules) {
      if (rule.direction !== direction) continue;
      const match = matchOther(rule, peer);
      if (match === 'no') continue;
      const level = `${selects} ${match}`;
      levels[level] = unionPorts(levels[level] ?? emptyPortSet, resolvePorts(rule.ports, named));
    }
    return levels;
  };

  const admit = (direction: Direction, part: EndpointRef, peer: EndpointRef): PairLevels => {
    const [from, to] = direction === 'egress' ? [part, peer] : [peer, part];
    return { ...connectivity.admitted(direction, from, to) };
  };

  const hasHostPods = createMemo((node: number): boolean =>
    parts(node).some((part) => part.type === 'pod' && cluster.pods[part.index]!.hostNetwork),
  );

  const members = createMemo((node: number): readonly Member[] => {
    const workload = cluster.workloads[numbers[node]!];
    if (workload === undefined) return parts(node).map((ref) => ({ id: '', kind: ref.index, ref }));
    return workload.pods
      .map((index): Member => ({
        id: cluster.pods[index]!.id,
        kind: connectivity.classOf(index),
        ref: { type: 'pod', index },
      }))
      .sort((a, b) => compareText(a.id, b.id));
  });

  return {
    kindOf: (node) => {
      const [first, ...more] = parts(node);
      if (first === undefined) return '';
      if (first.type === 'external') return `e${first.index}`;
      if (more.length === 0) return `${connectivity.classOf(first.index)}`;
      const counts = new Map<number, number>();
      for (const { kind } of members(node)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return [...counts]
        .sort(([a], [b]) => a - b)
        .map(([kind, count]) => `${kind}${count === 1 ? ' once' : ''}`)
        .join();
    },
    isolators: (node, direction) => isolators[direction](node),
    isolation: (node, direction) =>
      distinct(
        parts(node).map((part): Isolation =>
          part.type === 'pod' ? connectivity.isolationOf(part.index, direction) : 'open',
        ),
      ),
    contribution: (policy, direction, end, other) => {
      const selected = selects(policy, end);
      return toAdmittedLevels(
        parts(end).flatMap((part, index) =>
          parts(other).map((peer) => contribute(policy, direction, { part, selects: selected[index]!, peer })),
        ),
      );
    },
    admittedCode: (direction, end, other) => {
      const [own, others] = [parts(end), parts(other)];
      if (own.length !== 1 || others.length !== 1) return null;
      const [from, to] = direction === 'egress' ? [own[0]!, others[0]!] : [others[0]!, own[0]!];
      return setIds.encode(connectivity.admitted(direction, from, to));
    },
    admitted: (direction, end, other) =>
      toAdmittedLevels(parts(end).flatMap((part) => parts(other).map((peer) => admit(direction, part, peer)))),
    isMixed: (node) => parts(node).length > 1,
    hasHostPods,
    locality: ({ ref: a }, { ref: b }) =>
      a.type === 'pod' && b.type === 'pod' ? connectivity.locality(a.index, b.index) : 'apart',
    members,
    isolationAt: (direction, { ref }) => (ref.type === 'pod' ? connectivity.isolationOf(ref.index, direction) : 'open'),
    selectionAt: (policy, { ref }) => selectsAt(policy, ref),
    contributionAt: (policy, direction, { ref }, other) =>
      contribute(policy, direction, { part: ref, selects: selectsAt(policy, ref), peer: other.ref }),
    admittedAt: (direction, end, other) => admit(direction, end.ref, other.ref),
  };
};

const distinct = (texts: readonly string[]): string => [...new Set(texts)].sort().join('; ');
