import type { Connectivity, FlowEnd } from '../connectivity/Connectivity.ts';
import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { PolicyRule } from '../policy/PolicyRule.ts';
import type { Bounds } from './admitByRules.ts';
import type { EndEvaluator } from './createEndEvaluator.ts';
import { listLocalities } from './listLocalities.ts';
import type { Sample } from './Sample.ts';

/** What a rule does for one pair of nodes, some pairs of their pods taken together. */
export interface RulePair {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** What the rule admits at its end, for certain or perhaps. */
  admits: PortSetId;
  /** The part of it that flows. */
  flows: PortSetId;
  flowsPerhaps: PortSetId;
  /** What would not be allowed for certain any more without the rule; what would not be possible any more. */
  lost: PortSetId;
  lostPerhaps: PortSetId;
}

export interface RuleMeasure {
  /** By from, then to; only pairs of which the rule admits something. */
  readonly pairs: readonly RulePair[];
  /** Something is admitted at the rule's end that no other rule admits there. */
  readonly isAlone: boolean;
  /** The rules that admit what this one does too, as few as are found to do. */
  readonly coveredBy: readonly PolicyRule[];
}

export interface MeasureSources {
  readonly connectivity: Connectivity;
  readonly evaluator: EndEvaluator;
  readonly samples: readonly Sample[];
}

/**
 * What a rule that counts admits, and what of it goes when the rule goes while everything else stays, its policy's
 * isolation included: exactly, by deciding its end with and without it. `subjects` are the samples that its policy selects.
 */
export const measureRule = (
  { connectivity, evaluator, samples }: MeasureSources,
  rule: PolicyRule,
  subjects: readonly Sample[],
): RuleMeasure => {
  const { direction } = rule;
  const { table } = evaluator;
  const pairs = new Map<number, RulePair>();
  const nodeCount = connectivity.cluster.workloads.length + connectivity.externals.length;
  const covering = createCovering(evaluator, rule);
  let isAlone = false;
  const others = samples.filter((sample) => evaluator.matchPeers(rule, sample) !== 'no');

  for (const subject of subjects) {
    for (const other of others) {
      const [from, to] = direction === 'egress' ? [subject, other] : [other, subject];
      const admits = evaluator.portsAt(rule, to);
      if (admits === emptyPortSetId) continue;
      const localities = listLocalities(connectivity, from, to).filter((locality) => locality !== 'local');
      if (localities.length === 0) continue;
      const withRule = evaluator.admit(direction, subject, other, null);
      const without = evaluator.admit(direction, subject, other, rule);
      const isSame = withRule.certain === without.certain && withRule.possible === without.possible;
      if (isSame) covering.add(subject, other, admits);
      else isAlone = true;
      const far = evaluator.admit(direction === 'egress' ? 'ingress' : 'egress', other, subject, null);
      const pair = pairAt(pairs, from.end, to.end, nodeCount, connectivity.cluster.workloads.length);
      pair.admits = table.union(pair.admits, admits);
      for (const locality of localities) {
        const before = meet(evaluator, withRule, far, locality === 'maybe');
        const after = isSame ? before : meet(evaluator, without, far, locality === 'maybe');
        pair.flows = table.union(pair.flows, table.intersect(before.certain, admits));
        pair.flowsPerhaps = table.union(pair.flowsPerhaps, table.intersect(before.possible, admits));
        pair.lost = table.union(pair.lost, table.subtract(before.certain, after.certain));
        pair.lostPerhaps = table.union(pair.lostPerhaps, table.subtract(before.possible, after.possible));
      }
    }
  }
  return {
    pairs: [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair),
    isAlone,
    coveredBy: isAlone ? [] : covering.list(),
  };
};

/** `maybe`: the two are perhaps a pod and its node, and then everything is allowed. */
const meet = (
  { table }: EndEvaluator,
  a: Bounds<PortSetId>,
  b: Bounds<PortSetId>,
  maybeLocal: boolean,
): Bounds<PortSetId> => ({
  certain: table.intersect(a.certain, b.certain),
  possible: maybeLocal ? everyPortId : table.intersect(a.possible, b.possible),
});

const pairAt = (
  pairs: Map<number, RulePair>,
  from: FlowEnd,
  to: FlowEnd,
  nodeCount: number,
  workloadCount: number,
): RulePair => {
  const toNode = ({ type, index }: FlowEnd): number => (type === 'workload' ? index : workloadCount + index);
  const key = toNode(from) * nodeCount + toNode(to);
  let pair = pairs.get(key);
  if (pair === undefined) {
    const none = emptyPortSetId;
    pair = { from, to, admits: none, flows: none, flowsPerhaps: none, lost: none, lostPerhaps: none };
    pairs.set(key, pair);
  }
  return pair;
};

/** Finds the rules that admit what one rule does: those already found first, then those that admit the most of it. */
const createCovering = ({ table, isolatorsOf, matchPeers, portsAt }: EndEvaluator, rule: PolicyRule) => {
  const found = new Set<PolicyRule>();
  const { direction } = rule;
  return {
    add: (subject: Sample, other: Sample, admits: PortSetId): void => {
      const destination = direction === 'egress' ? other : subject;
      const candidates = isolatorsOf(direction, subject)
        .flatMap(({ rules }) => rules)
        .filter((candidate) => candidate !== rule && matchPeers(candidate, other) !== 'no')
        .map((candidate) => ({ candidate, ports: portsAt(candidate, destination) }))
        .filter(({ ports }) => table.intersect(ports, admits) !== emptyPortSetId);
      let rest = admits;
      const take = (wanted: (each: (typeof candidates)[number]) => boolean): void => {
        for (const each of candidates) {
          if (rest === emptyPortSetId) return;
          if (!wanted(each) || table.intersect(each.ports, rest) === emptyPortSetId) continue;
          found.add(each.candidate);
          rest = table.subtract(rest, each.ports);
        }
      };
      take(({ candidate }) => found.has(candidate));
      take(({ ports }) => table.subtract(rest, ports) === emptyPortSetId);
      take(() => true);
    },
    list: (): readonly PolicyRule[] => [...found],
  };
};
