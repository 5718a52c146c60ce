import type { Connectivity } from '../connectivity/Connectivity.ts';
import { matchesExternal, matchPod } from '../connectivity/matchesPeer.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { eitherMatches } from '../labels/Match.ts';
import type { Match } from '../labels/Match.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { numberedPortSets } from '../net/PortCalculus.ts';
import { createPortSetTable } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { admitByRules } from './admitByRules.ts';
import type { Bounds } from './admitByRules.ts';
import { createPolicyFinder } from './createPolicyFinder.ts';
import type { Sample } from './Sample.ts';

/** A policy that isolates a sample, or perhaps does: `match` by its labels alone (`admitByRules`). */
export interface SampleIsolator {
  readonly policy: Policy;
  readonly match: Match;
  readonly rules: readonly PolicyRule[];
}

/** Decides ends of pairs of samples straight from the rules, with what many pairs share looked up once. */
export interface EndEvaluator {
  readonly table: PortSetTable;
  /** Policies that isolate it in one direction, or perhaps do. Empty for what is open and outside the cluster. */
  isolatorsOf(direction: Direction, subject: Sample): readonly SampleIsolator[];
  /** Whether a rule's peers take in a sample. */
  matchPeers(rule: PolicyRule, other: Sample): Match;
  /** A rule's ports at a destination. */
  portsAt(rule: PolicyRule, destination: Sample): PortSetId;
  /** What the one end admits of a pair, if the rule `without` were not there. The pair must not be exempt. */
  admit(direction: Direction, subject: Sample, other: Sample, without: PolicyRule | null): Bounds<PortSetId>;
}

const noPorts: readonly ContainerPort[] = [];
const noIsolators: readonly SampleIsolator[] = [];

export const createEndEvaluator = (connectivity: Connectivity): EndEvaluator => {
  const { cluster, externals, knowledge } = connectivity;
  const table = createPortSetTable();
  const calculus = numberedPortSets(table);
  const finder = createPolicyFinder(connectivity);
  const podOf = ({ endpoints: [first] }: Sample) => (first!.type === 'pod' ? cluster.pods[first!.index]! : null);

  const matches = new Map<PolicyRule, Map<number, Match>>();
  const matchPeers = (rule: PolicyRule, other: Sample): Match => {
    if (rule.peers === null) return 'yes';
    const known = matches.get(rule) ?? new Map<number, Match>();
    matches.set(rule, known);
    let match = known.get(other.index);
    if (match === undefined) {
      match = judge(rule.peers, other);
      known.set(other.index, match);
    }
    return match;
  };
  const judge = (peers: NonNullable<PolicyRule['peers']>, other: Sample): Match => {
    const pod = podOf(other);
    let match: Match = 'no';
    for (const peer of peers) {
      if (pod !== null) match = eitherMatches(match, matchPod(peer, pod, knowledge));
      else if (matchesExternal(peer, externals[other.end.index]!.addresses)) match = 'yes';
      if (match === 'yes') break;
    }
    return match;
  };

  const fixedPorts = new Map<PolicyRule, PortSetId | null>();
  const namedPorts = new Map<PolicyRule, Map<number, PortSetId>>();
  const portsAt = (rule: PolicyRule, destination: Sample): PortSetId => {
    let fixed = fixedPorts.get(rule);
    if (fixed === undefined) {
      const hasNames = rule.ports?.some(({ type }) => type === 'name') ?? false;
      fixed = hasNames ? null : table.intern(resolvePorts(rule.ports, noPorts));
      fixedPorts.set(rule, fixed);
    }
    if (fixed !== null) return fixed;
    const known = namedPorts.get(rule) ?? new Map<number, PortSetId>();
    namedPorts.set(rule, known);
    let ports = known.get(destination.index);
    if (ports === undefined) {
      ports = table.intern(resolvePorts(rule.ports, podOf(destination)?.ports ?? noPorts));
      known.set(destination.index, ports);
    }
    return ports;
  };

  const isolators = {
    ingress: new Map<number, readonly SampleIsolator[]>(),
    egress: new Map<number, readonly SampleIsolator[]>(),
  };
  const isolatorsOf = (direction: Direction, subject: Sample): readonly SampleIsolator[] => {
    let found = isolators[direction].get(subject.index);
    if (found === undefined) {
      found = findIsolators(direction, subject);
      isolators[direction].set(subject.index, found);
    }
    return found;
  };
  const findIsolators = (direction: Direction, subject: Sample): readonly SampleIsolator[] => {
    const pod = podOf(subject);
    if (pod === null || (pod.hostNetwork && knowledge.assumesComplete)) return noIsolators;
    return finder
      .listSelecting(pod)
      .filter(({ policy }) => policy.isolates.includes(direction))
      .map(({ policy, byLabels }) => ({
        policy,
        match: byLabels,
        rules: policy.rules.filter((rule) => rule.direction === direction),
      }));
  };

  const admit: EndEvaluator['admit'] = (direction, subject, other, without) => {
    const found = isolatorsOf(direction, subject);
    if (found.length === 0) return { certain: calculus.every, possible: calculus.every };
    const destination = direction === 'egress' ? other : subject;
    const byPolicy = found.map(({ match, rules }) => {
      let certain = calculus.empty;
      let possible = calculus.empty;
      for (const rule of rules) {
        if (rule === without) continue;
        const peers = matchPeers(rule, other);
        if (peers === 'no') continue;
        const ports = portsAt(rule, destination);
        possible = table.union(possible, ports);
        if (peers === 'yes') certain = table.union(certain, ports);
      }
      return { match, certain, possible };
    });
    return admitByRules(calculus, byPolicy, { mayIgnoreAll: subject.hostNetwork });
  };

  return { table, isolatorsOf, matchPeers, portsAt, admit };
};
