import type { Problem, ProblemCode, ProblemSeverity } from './Problem.ts';
import type { TextRange } from './SourceFile.ts';

/** Something wrong with the text of one document; offsets count in the text of the file. */
export interface SyntaxIssue {
  readonly code: Extract<
    ProblemCode,
    'YAML_SYNTAX' | 'HELM_TEMPLATE' | 'ALIAS_CYCLE' | 'DUPLICATE_KEY' | 'NESTING_TOO_DEEP'
  >;
  readonly severity: ProblemSeverity;
  readonly range: TextRange;
  readonly args: Problem['args'];
}

/** YAML_SYNTAX, error: args `message`, a plain sentence part such as `a quoted text is never closed`. */
export const createSyntaxError = (range: TextRange, message: string): SyntaxIssue => ({
  code: 'YAML_SYNTAX',
  severity: 'error',
  range,
  args: { message },
});
