import type { PolicyObject } from '../../manifest/KubernetesObject.ts';
import type { Problem } from '../../manifest/Problem.ts';
import type { Tier } from '../PolicyRule.ts';
import { readNetworkPolicy } from './readNetworkPolicy.ts';

/** networking.k8s.io/v1 NetworkPolicy: one tier, an unordered union (docs/semantics/kubernetes.md). */
export const kubernetesDialect = {
  name: 'kubernetes',
  owns: (apiVersion: string, kind: string): boolean =>
    apiVersion === 'networking.k8s.io/v1' && kind === 'NetworkPolicy',
  read: (objects: readonly PolicyObject[], report: (problem: Problem) => void): readonly Tier[] => {
    const policies = objects.flatMap((object) => readNetworkPolicy(object, report) ?? []);
    return [
      { name: 'NetworkPolicy', order: 'union', policies: policies.map((policy, index) => ({ ...policy, index })) },
    ];
  },
};
