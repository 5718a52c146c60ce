import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { TextRange } from '../manifest/SourceFile.ts';
import type { Direction } from '../policy/PolicyRule.ts';

/** A policy, or one of its rules, to say something about above its lines. */
export interface Lens {
  readonly range: TextRange;
  readonly policy: ObjectId;
  /** null: the policy as a whole. `index` from 0, in `spec.ingress` or `spec.egress`. */
  readonly rule: { readonly direction: Direction; readonly index: number } | null;
}

/** What a lens says. */
export interface LensCounts {
  /** Workloads that the policy selects; null for a rule. */
  readonly workloads: number | null;
  /** Workloads that it selects only perhaps: the import does not say enough of their labels. */
  readonly maybe: number;
  /** Pods of those that it selects, where all of them are in the import; null otherwise, and for a rule. */
  readonly pods: number | null;
  /** The import has no workloads: these are what selectors stand for. */
  readonly supposed: boolean;
  /** Pairs of workloads or external ranges that get through because of it. */
  readonly flows: number;
  /** False: the rule is for a direction that policyTypes does not list. */
  readonly effective: boolean;
}
