import type { FileRange } from './SourceFile.ts';

export type ProblemSeverity = 'error' | 'warning' | 'info';

/**
 * What can be wrong with what was imported. A closed set: `formatProblem` has a sentence for each, held by a test.
 * - error: something that should count does not (a document, an object) · warning: it counts, but look · info: for the record
 */
export type ProblemCode =
  // Text
  | 'YAML_SYNTAX'
  | 'FILE_EMPTY'
  | 'FILE_BINARY'
  | 'FILE_TOO_LARGE'
  | 'HELM_TEMPLATE'
  | 'ALIAS_CYCLE'
  | 'DUPLICATE_KEY'
  | 'NESTING_TOO_DEEP'
  // Objects
  | 'NOT_KUBERNETES'
  | 'KIND_MISSING'
  | 'NAME_MISSING'
  | 'FIELD_TYPE'
  | 'FIELD_VALUE'
  | 'FIELD_UNKNOWN'
  | 'OBJECT_DUPLICATE'
  | 'KUSTOMIZE_PATCH'
  | 'NOT_RENDERED'
  | 'NAMESPACE_NOT_DESCRIBED'
  | 'LABELS_ASSUMED'
  | 'PORT_NAME_UNKNOWN'
  | 'PROBLEMS_OMITTED'
  // Policies
  | 'POLICY_INVALID'
  | 'CIDR_HOST_BITS'
  | 'POLICY_NOT_EVALUATED'
  | 'KIND_NOT_EVALUATED'
  // Archives and folders
  | 'FILE_UNREADABLE'
  | 'ARCHIVE_BROKEN'
  | 'ARCHIVE_NESTED'
  | 'ARCHIVE_TOO_LARGE'
  | 'TOO_MANY_FILES';

/** What is wrong with the input: data only; `report/formatProblem` makes the sentence. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** Where; a problem of a whole file has the empty range at its start. */
  readonly at: FileRange;
  /** What the sentence needs: names, values, field paths such as `spec.ingress[0].ports[1].port`. */
  readonly args: Readonly<Record<string, string | number>>;
  /** The object left out of the evaluation because of this problem, if one was. */
  readonly excluded?: string;
}
