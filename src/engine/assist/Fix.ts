import type { TextEdit } from '../edits/EditPlan.ts';
import type { FileRange } from '../manifest/SourceFile.ts';

/**
 * A change that mends something; `report/formatFix` names it for the history.
 * - RENAME: `from` to `to` · NUMBER: quotes taken off `value` · TEXT: quotes put around `value` · REPLACE: `from` by `to`
 * - KIND: `apiVersion` and `kind` as they are served · TARGET_PORT: `port` of a Service by `target` of its pods
 * - POLICY_TYPES: the default written out, `types`
 */
export type FixCode = 'RENAME' | 'NUMBER' | 'TEXT' | 'REPLACE' | 'KIND' | 'TARGET_PORT' | 'POLICY_TYPES';

export interface Fix {
  readonly code: FixCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** The problem or hint that it mends; null when nothing is wrong without it. */
  readonly mends: FileRange | null;
  readonly edits: readonly TextEdit[];
}
