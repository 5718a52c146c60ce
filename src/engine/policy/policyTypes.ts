import type { Direction } from './PolicyRule.ts';

/** The words of `spec.policyTypes`. */
export const policyTypes: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' };
