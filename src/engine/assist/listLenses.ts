import type { FilePath } from '../manifest/SourceFile.ts';
import { matchSelection } from '../connectivity/matchesPeer.ts';
import type { Match } from '../labels/Match.ts';
import type { AssistBase } from './AssistBase.ts';
import type { Lens, LensCounts } from './Lens.ts';
import { listPolicyFlows } from './listPolicyFlows.ts';
import { countPods, listWorkloads } from './nameWorkloads.ts';

/** Where the policies of a file and their rules begin. Counting is a question of its own, for those that are in view. */
export const listLenses = ({ tiers }: AssistBase, file: FilePath): readonly Lens[] =>
  tiers
    .flatMap((tier) => tier.policies)
    .filter(({ origin }) => origin.file === file)
    .flatMap(({ id, origin, rules, ignoredRules }): readonly Lens[] => [
      { range: origin.range, policy: id, rule: null },
      ...rules.map((rule) => ({
        range: rule.origin.range,
        policy: id,
        rule: { direction: rule.direction, index: rule.origin.index },
      })),
      ...ignoredRules.map((ignored) => ({
        range: ignored.origin.range,
        policy: id,
        rule: { direction: ignored.direction, index: ignored.origin.index },
      })),
    ])
    .sort((a, b) => a.range.start - b.range.start);

/** Null when the policy is gone. */
export const countLens = (base: AssistBase, { policy: id, rule }: Pick<Lens, 'policy' | 'rule'>): LensCounts | null => {
  const policy = base.tiers.flatMap((tier) => tier.policies).find((each) => each.id === id);
  if (policy === undefined) return null;
  const flows = listPolicyFlows(base, id, rule ?? undefined).length;
  const effective = rule === null || policy.isolates.includes(rule.direction);
  const { cluster, connectivity } = base;
  const supposed = cluster.imported !== undefined;
  if (rule !== null) return { workloads: null, maybe: 0, pods: null, supposed, flows, effective };
  const matching = (wanted: Match) =>
    cluster.pods.filter((pod) => matchSelection(policy.subject, pod, connectivity.knowledge) === wanted);
  const pods = matching('yes');
  const workloads = listWorkloads(cluster, pods);
  const maybe = listWorkloads(cluster, matching('maybe')).filter((id) => !workloads.includes(id));
  return { workloads: workloads.length, maybe: maybe.length, pods: countPods(pods), supposed, flows, effective };
};
