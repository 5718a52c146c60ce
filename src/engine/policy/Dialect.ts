import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Tier } from './PolicyRule.ts';

/** One family of policy kinds and how it is read into the normal form. Registered in `dialects.ts`. */
export interface Dialect {
  readonly name: string;
  readonly owns: (apiVersion: string, kind: string) => boolean;
  /** Reads all objects that it owns; a policy the API server would reject is reported and left out. */
  readonly read: (objects: readonly PolicyObject[], report: (problem: Problem) => void) => readonly Tier[];
}
