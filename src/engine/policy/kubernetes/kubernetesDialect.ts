import type { Dialect } from '../Dialect.ts';
import { readNetworkPolicy } from './readNetworkPolicy.ts';

/** networking.k8s.io/v1 NetworkPolicy: one tier, an unordered union (docs/semantics/kubernetes.md). */
export const kubernetesDialect: Dialect = {
  name: 'kubernetes',
  tier: { name: 'NetworkPolicy', order: 'union' },
  owns: (apiVersion, kind) => apiVersion === 'networking.k8s.io/v1' && kind === 'NetworkPolicy',
  read: readNetworkPolicy,
};
