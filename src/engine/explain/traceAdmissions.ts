import type { Connectivity, EndpointRef, FlowEnd } from '../connectivity/Connectivity.ts';
import { matchesExternal, matchPod, matchSelection } from '../connectivity/matchesPeer.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { emptyPortSet, intersectPorts, isEmptyPortSet, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';

/** A pair of nodes that a policy (or one rule of it) admits at its end. */
export interface TracedAdmission {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** What the rules admit for some pair of pods; never empty. */
  readonly admits: PortSet;
  /** The part of it that flows: what the other end admits as well. Empty when the other end denies it all. */
  readonly flows: PortSet;
}

/** One endpoint for all of its class in one workload, or an external endpoint. */
interface Sample {
  readonly end: FlowEnd;
  readonly endpoint: EndpointRef;
  /** More of the same class in the same workload are in the import or can exist. */
  readonly hasOthers: boolean;
}

const listSamples = ({ cluster, externals, classOf }: Connectivity): Sample[] => [
  ...cluster.workloads.flatMap((workload) => {
    const counts = new Map<number, { readonly pod: number; count: number }>();
    for (const pod of workload.pods) {
      const known = counts.get(classOf(pod));
      if (known === undefined) counts.set(classOf(pod), { pod, count: 1 });
      else known.count += 1;
    }
    return [...counts.values()].map(({ pod, count }): Sample => ({
      end: { type: 'workload', index: workload.index },
      endpoint: { type: 'pod', index: pod },
      hasOthers: count > 1 || (workload.pods.length === 1 && workload.canHaveTwoPods),
    }));
  }),
  ...externals.map(({ index }): Sample => {
    const ref = { type: 'external', index } as const;
    return { end: ref, endpoint: ref, hasOthers: false };
  }),
];

/**
 * What a policy admits, between workloads and external endpoints, by from then to: all of its rules, or the one of
 * `rule`, by direction and position in `spec.ingress` or `spec.egress`. Rules without effect (of a direction that
 * policyTypes does not list) admit nothing. Empty for an unknown policy.
 */
export const traceAdmissions = (
  connectivity: Connectivity,
  policyId: ObjectId,
  rule?: { readonly direction: Direction; readonly index: number },
): readonly TracedAdmission[] => {
  const policy = connectivity.tiers.flatMap((tier) => tier.policies).find(({ id }) => id === policyId);
  if (policy === undefined) return [];
  const rules = policy.rules.filter(
    ({ direction, origin }) => rule === undefined || (direction === rule.direction && origin.index === rule.index),
  );
  const samples = listSamples(connectivity);
  const found = new Map<string, TracedAdmission>();
  const subjects = samples.filter(({ endpoint }) => selects(connectivity, policy, endpoint));
  for (const each of rules) {
    const others = samples.filter(({ endpoint }) => isPeer(connectivity, each, endpoint));
    for (const subject of subjects) {
      for (const other of others) {
        if (subject !== other || other.hasOthers) addAdmission(found, traceRule(connectivity, each, subject, other));
      }
    }
  }
  return [...found.values()].sort((a, b) => compareEnds(a.from, b.from) || compareEnds(a.to, b.to));
};

const selects = ({ cluster, knowledge }: Connectivity, policy: Policy, endpoint: EndpointRef): boolean =>
  endpoint.type === 'pod' && matchSelection(policy.subject, cluster.pods[endpoint.index]!, knowledge) === 'yes';

const compareEnds = (a: FlowEnd, b: FlowEnd): number =>
  a.type === b.type ? a.index - b.index : a.type === 'workload' ? -1 : 1;

const isPeer = ({ cluster, externals, knowledge }: Connectivity, rule: PolicyRule, endpoint: EndpointRef): boolean =>
  rule.peers?.some((peer) =>
    endpoint.type === 'external'
      ? matchesExternal(peer, externals[endpoint.index]!.addresses)
      : matchPod(peer, cluster.pods[endpoint.index]!, knowledge) === 'yes',
  ) ?? true;

const traceRule = (
  connectivity: Connectivity,
  rule: PolicyRule,
  subject: Sample,
  other: Sample,
): TracedAdmission | null => {
  const { pods } = connectivity.cluster;
  const [from, to] = rule.direction === 'egress' ? [subject, other] : [other, subject];
  const admits = resolvePorts(rule.ports, to.endpoint.type === 'pod' ? pods[to.endpoint.index]!.ports : []);
  if (isEmptyPortSet(admits)) return null;
  const flow =
    from === to ? connectivity.flowToReplica(from.endpoint.index) : connectivity.flow(from.endpoint, to.endpoint);
  return { from: from.end, to: to.end, admits, flows: intersectPorts(admits, flow.ports) };
};

const addAdmission = (found: Map<string, TracedAdmission>, admission: TracedAdmission | null): void => {
  if (admission === null) return;
  const { from, to } = admission;
  const key = `${from.type} ${from.index} ${to.type} ${to.index}`;
  const known = found.get(key) ?? { from, to, admits: emptyPortSet, flows: emptyPortSet };
  found.set(key, {
    ...known,
    admits: unionPorts(known.admits, admission.admits),
    flows: unionPorts(known.flows, admission.flows),
  });
};
