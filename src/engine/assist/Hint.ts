import type { ProblemSeverity } from '../manifest/Problem.ts';
import type { FileRange } from '../manifest/SourceFile.ts';

/**
 * What the editor notices beyond the problems of reading; `report/formatHint` has a sentence for each.
 * - FIELD_UNKNOWN: the kind has no such field: args `field`, `kind` and, when one is near, `suggestion`
 * - FIELD_TYPE: args `field`, `expected`, `actual`, `value` of a scalar
 * - VALUE_UNKNOWN: not one of the values that the API takes: args `field`, `value`, `expected`
 * - SERVICE_PORT: a rule names the port of a Service where the pods listen on another: args `port`, `service`, `target`
 */
export type HintCode = 'FIELD_UNKNOWN' | 'FIELD_TYPE' | 'VALUE_UNKNOWN' | 'SERVICE_PORT';

export interface Hint {
  readonly code: HintCode;
  readonly severity: ProblemSeverity;
  readonly at: FileRange;
  readonly args: Readonly<Record<string, string | number>>;
}
