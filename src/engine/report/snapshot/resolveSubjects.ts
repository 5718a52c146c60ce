import type { Connectivity } from '../../connectivity/Connectivity.ts';
import type { Policy } from '../../policy/PolicyRule.ts';

/**
 * For each policy the workloads, by position, that it selects or perhaps selects (or some of whose pods); ascending. Asks
 * about classes of pods, which the evaluation has looked up already.
 */
export const resolveSubjects = (
  { cluster, knowledge, memory }: Connectivity,
  policies: readonly Policy[],
): readonly (readonly number[])[] => {
  const { classOf, table, mentions, resolver } = memory;
  const workloadsOf: number[][] = [];
  for (const { index, pods } of cluster.workloads) {
    for (const pod of pods) {
      const list = (workloadsOf[classOf[pod]!] ??= []);
      if (list.at(-1) !== index) list.push(index);
    }
  }
  const isReachable = (number: number): boolean =>
    workloadsOf[number] !== undefined && !(knowledge.assumesComplete && table.classes[number]!.hostNetwork);
  return policies.map((policy) => {
    const { yes, maybe } = resolver.members(mentions.compile(policy).subject);
    const found = [...yes, ...maybe].filter(isReachable).flatMap((number) => workloadsOf[number]!);
    return [...new Set(found)].sort((a, b) => a - b);
  });
};
