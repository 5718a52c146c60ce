import type { Connectivity, FlowEnd } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { matchSelection } from '../connectivity/matchesPeer.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { emptyPortSetId } from '../net/PortSetTable.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import { createEndEvaluator } from './createEndEvaluator.ts';
import { describePeers } from './describePeers.ts';
import { describePorts } from './describePorts.ts';
import { describeSelection, findNearestPod } from './describeSelection.ts';
import { judgeSelector } from './judgeSelector.ts';
import { measureRule } from './measureRule.ts';
import type { MeasureSources, RuleMeasure } from './measureRule.ts';
import { shownFlows } from './PolicyExplanation.ts';
import type { NearestPod, PolicyExplanation, RuleExplanation, RuleUse } from './PolicyExplanation.ts';
import { listSamples } from './Sample.ts';
import type { Sample } from './Sample.ts';

/** What a policy does: whom it selects, and of each rule whom it takes in and which flows hang on it. Null for an unknown id. */
export const explainPolicy = (connectivity: Connectivity, id: ObjectId): PolicyExplanation | null => {
  const policy = connectivity.tiers.flatMap((tier) => tier.policies).find((each) => each.id === id);
  if (policy === undefined) return null;
  const samples = listSamples(connectivity);
  const sources: MeasureSources = { connectivity, samples, evaluator: createEndEvaluator(connectivity) };
  const selects = describeSelection(connectivity, samples, (sample) => matchSubject(connectivity, policy, sample));
  const subjects = samples.filter((sample) => matchSubject(connectivity, policy, sample) !== 'no');
  return {
    policy: id,
    selects,
    nearest: subjects.length === 0 ? findNearestSubject(sources, policy) : null,
    rules: [
      ...policy.rules.map((rule) => explainRule(sources, rule, subjects, measureRule(sources, rule, subjects))),
      ...policy.ignoredRules.map((rule) => explainRule(sources, rule, subjects, null)),
    ],
  };
};

const matchSubject = ({ cluster, knowledge }: Connectivity, { subject }: Policy, { endpoints: [first] }: Sample) =>
  first!.type === 'pod' ? matchSelection(subject, cluster.pods[first!.index]!, knowledge) : 'no';

const findNearestSubject = ({ connectivity, samples }: MeasureSources, policy: Policy): NearestPod | null =>
  findNearestPod(connectivity, samples, (pod) => {
    if (pod.namespace !== policy.namespace) return [];
    const { misses } = judgeSelector(policy.subject.pods, pod.labels, (selector) =>
      connectivity.knowledge.matchPod(selector, pod),
    );
    if (misses.length === 0) return [{ code: 'hostNetwork' }];
    return misses.map((miss) => ({ code: 'subjectLabel', ...miss }));
  });

/** `measure` is null for a rule that does not count. */
const explainRule = (
  sources: MeasureSources,
  rule: PolicyRule,
  subjects: readonly Sample[],
  measure: RuleMeasure | null,
): RuleExplanation => {
  const { connectivity, evaluator, samples } = sources;
  const pairs = measure?.pairs ?? [];
  const lost = pairs.filter((pair) => pair.lost !== emptyPortSetId || pair.lostPerhaps !== emptyPortSetId);
  const toId = (end: FlowEnd): string => toNodeId(connectivity, end);
  const destinations =
    rule.direction === 'ingress' ? subjects : samples.filter((each) => evaluator.matchPeers(rule, each) !== 'no');
  return {
    direction: rule.direction,
    rule: rule.origin,
    use: measure === null ? 'ignored' : toUse(measure, lost.length),
    peers: describePeers(sources, rule),
    ports: describePorts(sources, rule, destinations),
    flowCount: pairs.filter(({ flowsPerhaps }) => flowsPerhaps !== emptyPortSetId).length,
    only: lost.slice(0, shownFlows).map((pair) => ({
      from: toId(pair.from),
      to: toId(pair.to),
      ports: evaluator.table.get(pair.lost),
      uncertain: evaluator.table.get(evaluator.table.subtract(pair.lostPerhaps, pair.lost)),
    })),
    onlyCount: lost.length,
    coveredBy: (measure?.coveredBy ?? []).map(({ origin }) => origin),
  };
};

const toUse = ({ pairs, isAlone }: RuleMeasure, lostCount: number): RuleUse => {
  if (pairs.length === 0) return 'idle';
  if (lostCount > 0) return 'needed';
  return isAlone ? 'blocked' : 'covered';
};
