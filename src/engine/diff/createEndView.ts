import type { EndpointRef, Isolation } from '../connectivity/Connectivity.ts';
import { matchesExternal, matchPod, matchSelection } from '../connectivity/matchesPeer.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { eitherMatches, type Match } from '../labels/Match.ts';
import { emptyPortSet, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { toAdmittedLevels, type AdmittedLevels, type PairLevels } from './AdmittedLevels.ts';
import type { DiffSide, SideName } from './DiffSide.ts';
import type { AdmittedCode, SetIds } from './createSetIds.ts';
import type { MatchedNodes } from './matchNodes.ts';

/** One side's ends of flows, as far as policies tell them apart. */
export interface EndView {
  /** Nodes with the same key are treated alike by every policy. */
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
}

const nobody: readonly EndpointRef[] = [];

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

  const selects = (policy: Policy, node: number): readonly Match[] =>
    parts(node).map((part) =>
      part.type === 'pod' ? matchSelection(policy.subject, cluster.pods[part.index]!, knowledge) : 'no',
    );

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

  return {
    kindOf: (node) =>
      parts(node)
        .map((part) => (part.type === 'pod' ? connectivity.classOf(part.index) : `e${part.index}`))
        .join(),
    isolators: (node, direction) => isolators[direction](node),
    isolation: (node, direction) =>
      distinct(
        parts(node).map((part): Isolation =>
          part.type === 'pod' ? connectivity.isolationOf(part.index, direction) : 'open',
        ),
      ),
    contribution: (policy, direction, end, other) => {
      const selected = selects(policy, end);
      const rules = policy.rules.filter((rule) => rule.direction === direction);
      const contribute = (part: EndpointRef, selects: Match, peer: EndpointRef): PairLevels => {
        const destination = direction === 'ingress' ? part : peer;
        const named = destination.type === 'pod' ? cluster.pods[destination.index]!.ports : [];
        const levels: Record<string, PortSet> = {};
        for (const rule of selects === 'no' ? [] : rules) {
          const match = matchOther(rule, peer);
          if (match === 'no') continue;
          const level = `${selects} ${match}`;
          levels[level] = unionPorts(levels[level] ?? emptyPortSet, resolvePorts(rule.ports, named));
        }
        return levels;
      };
      return toAdmittedLevels(
        parts(end).flatMap((part, index) => parts(other).map((peer) => contribute(part, selected[index]!, peer))),
      );
    },
    admittedCode: (direction, end, other) => {
      const [own, others] = [parts(end), parts(other)];
      if (own.length !== 1 || others.length !== 1) return null;
      const [from, to] = direction === 'egress' ? [own[0]!, others[0]!] : [others[0]!, own[0]!];
      return setIds.encode(connectivity.admitted(direction, from, to));
    },
    admitted: (direction, end, other) =>
      toAdmittedLevels(
        parts(end).flatMap((part) =>
          parts(other).map((peer): PairLevels => {
            const [from, to] = direction === 'egress' ? [part, peer] : [peer, part];
            return { ...connectivity.admitted(direction, from, to) };
          }),
        ),
      ),
  };
};

const distinct = (texts: readonly string[]): string => [...new Set(texts)].sort().join('; ');

const createMemo = <Value>(compute: (node: number) => Value): ((node: number) => Value) => {
  const known = new Map<number, Value>();
  return (node) => {
    let value = known.get(node);
    if (value === undefined) {
      value = compute(node);
      known.set(node, value);
    }
    return value;
  };
};
