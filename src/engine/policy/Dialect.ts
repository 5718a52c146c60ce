import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Policy, Tier } from './PolicyRule.ts';

/** A policy before it has its place among the others. */
export type ReadPolicy = Omit<Policy, 'index'>;

/** One family of policy kinds and how it is read into the normal form: a tier. Registered in `dialects.ts`. */
export interface Dialect {
  readonly name: string;
  readonly tier: Pick<Tier, 'name' | 'order'>;
  readonly owns: (apiVersion: string, kind: string) => boolean;
  /**
   * Reads one object that it owns; null for a policy the API server would reject, which is reported. It may look at nothing
   * but the object: it is read again only when its text changes.
   */
  readonly read: (object: PolicyObject, report: (problem: Problem) => void) => ReadPolicy | null;
}
