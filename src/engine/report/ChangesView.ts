import type { ChangeKind } from '../diff/WorkspaceDiff.ts';
import type { FileRange } from '../manifest/SourceFile.ts';
import type { Consequence } from './formatConsequences.ts';

/** The difference as the screen shows it: data that crosses the worker boundary, with limits to how much. */
export interface ChangesView {
  /** Pairs of nodes. */
  readonly flows: Readonly<Record<ChangeKind, number>>;
  /** Most consequential first; those without effect on flows last. */
  readonly causes: readonly ChangesCause[];
  /** Flows that came or went, by ids of the new side (of the old one for workloads that are gone). */
  readonly added: readonly ChangedPair[];
  readonly removed: readonly ChangedPair[];
  /** Pairs beyond `maxPairs`. */
  readonly omittedPairs: number;
  /** Some flows could not be compared, because there are too many. */
  readonly isIncomplete: boolean;
}

export interface ChangedPair {
  readonly from: string;
  readonly to: string;
  /** For an edge; null when they are too many words. */
  readonly ports: string | null;
  /** The flow is, or was, open by default: no rule speaks of it. */
  readonly isOpen: boolean;
}

/** What a cause is: the thing of the new side (or that was on the old one). */
export type ChangesTarget =
  | { readonly type: 'policy'; readonly id: string }
  | { readonly type: 'workload'; readonly id: string }
  | { readonly type: 'namespace'; readonly id: string };

export interface ChangesCause {
  /** Stays the same while the cause does. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly text: string;
  /** Null when it stands for several things, or is not there any more. */
  readonly target: ChangesTarget | null;
  /** In the new text; null when it is not there. */
  readonly at: FileRange | null;
  readonly flows: Readonly<Record<ChangeKind, number>>;
  readonly consequences: readonly ChangesConsequence[];
  readonly lines: readonly ChangesLine[];
  readonly omittedLines: number;
}

export interface ChangesConsequence {
  readonly type: Consequence['type'];
  readonly text: string;
  /** The workload, when it is one. */
  readonly workload: string | null;
}

/** Flows that change alike, in one line. */
export interface ChangesLine {
  readonly key: string;
  readonly kind: ChangeKind;
  readonly from: string;
  readonly to: string;
  readonly isTwoWay: boolean;
  readonly ports: string;
  readonly pairs: number;
  /** Some of the pairs, by id. */
  readonly sample: readonly { readonly from: string; readonly to: string }[];
}
