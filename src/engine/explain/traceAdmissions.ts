import type { Connectivity, FlowEnd } from '../connectivity/Connectivity.ts';
import { matchSelection } from '../connectivity/matchesPeer.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { emptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { createEndEvaluator } from './createEndEvaluator.ts';
import { measureRule } from './measureRule.ts';
import type { RulePair } from './measureRule.ts';
import { listSamples } from './Sample.ts';

/** A pair of nodes that a policy (or one rule of it) admits at its end, or perhaps does. */
export interface TracedAdmission {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** What the rules admit for some pair of pods; never empty. */
  readonly admits: PortSet;
  /** The part of it that flows: what the other end admits as well. Empty when the other end denies it all. */
  readonly flows: PortSet;
  /** The part that perhaps flows. */
  readonly uncertain: PortSet;
}

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
  const { cluster, knowledge } = connectivity;
  const policy = connectivity.tiers.flatMap((tier) => tier.policies).find(({ id }) => id === policyId);
  if (policy === undefined) return [];
  const rules = policy.rules.filter(
    ({ direction, origin }) => rule === undefined || (direction === rule.direction && origin.index === rule.index),
  );
  const samples = listSamples(connectivity);
  const evaluator = createEndEvaluator(connectivity);
  const subjects = samples.filter(
    ({ endpoints: [first] }) =>
      first!.type === 'pod' && matchSelection(policy.subject, cluster.pods[first!.index]!, knowledge) !== 'no',
  );
  const found = new Map<string, TracedAdmission>();
  const add = ({ from, to, admits, flows, flowsPerhaps }: RulePair): void => {
    const key = `${from.type} ${from.index} ${to.type} ${to.index}`;
    const known = found.get(key) ?? { from, to, admits: emptyPortSet, flows: emptyPortSet, uncertain: emptyPortSet };
    const sure = unionPorts(known.flows, evaluator.table.get(flows));
    const possible = unionPorts(known.uncertain, evaluator.table.get(flowsPerhaps));
    found.set(key, {
      ...known,
      admits: unionPorts(known.admits, evaluator.table.get(admits)),
      flows: sure,
      uncertain: subtractPorts(possible, sure),
    });
  };
  for (const each of rules) measureRule({ connectivity, evaluator, samples }, each, subjects).pairs.forEach(add);
  return [...found.values()].sort((a, b) => compareEnds(a.from, b.from) || compareEnds(a.to, b.to));
};

const compareEnds = (a: FlowEnd, b: FlowEnd): number =>
  a.type === b.type ? a.index - b.index : a.type === 'workload' ? -1 : 1;
