import type { Direction, Policy } from '../../policy/PolicyRule.ts';
import type { PolicyView } from '../../WorkspaceSnapshot.ts';

/** `selects`: positions of the workloads that each policy selects, policy by policy. */
export const toPolicyViews = (
  policies: readonly Policy[],
  selects: readonly (readonly number[])[],
): readonly PolicyView[] =>
  policies.map((policy, index) => ({
    id: policy.id,
    kind: policy.kind,
    namespace: policy.namespace,
    name: policy.name,
    isolates: policy.isolates,
    ruleCounts: { ingress: countRules(policy, 'ingress'), egress: countRules(policy, 'egress') },
    selects: selects[index] ?? [],
    at: { file: policy.origin.file, ...policy.origin.range },
  }));

const countRules = (policy: Policy, direction: Direction): number =>
  policy.rules.filter((rule) => rule.direction === direction).length;
