import type { Problem, ProblemCode, ProblemSeverity } from './Problem.ts';
import type { FilePath, TextRange } from './SourceFile.ts';

/**
 * Where a reader stands: which file, which field, and whom to tell. Readers never throw and never stop: they report and
 * return null. A reported `error` means that kubectl or the API server would reject the object, so whoever owns the
 * context leaves the object out.
 */
export interface ReadContext {
  readonly file: FilePath;
  /** From the object's root, such as `spec.ingress[0].ports[1]`; `''` at the root. */
  readonly path: string;
  readonly report: (problem: Problem) => void;
}

/** A field or an item below another context. Its path is put together when somebody asks, which is when there is a problem. */
class InnerContext implements ReadContext {
  readonly file: FilePath;
  readonly report: (problem: Problem) => void;
  readonly #parent: ReadContext;
  readonly #step: string | number;

  constructor(parent: ReadContext, step: string | number, report = parent.report) {
    this.file = parent.file;
    this.report = report;
    this.#parent = parent;
    this.#step = step;
  }

  get path(): string {
    return typeof this.#step === 'number'
      ? `${this.#parent.path}[${this.#step}]`
      : toFieldPath(this.#parent, this.#step);
  }
}

/** The context of the field `key` of the map that `context` stands at. */
export const enterField = (context: ReadContext, key: string): ReadContext => new InnerContext(context, key);

/** The context of the item at `index` of the list that `context` stands at. */
export const enterItem = (context: ReadContext, index: number): ReadContext => new InnerContext(context, index);

/** The same place, telling somebody else. */
export const redirectReports = (context: ReadContext, report: ReadContext['report']): ReadContext =>
  new InnerContext(context, '', report);

/** The path of the field `key` below the context, `context.path` itself for `''`. */
export const toFieldPath = (context: ReadContext, key: string): string =>
  context.path === '' || key === '' ? `${context.path}${key}` : `${context.path}.${key}`;

/** Tells the owner of the context about a problem at `range`; `args.field` is the context's path unless given. */
export const reportProblem = (
  context: ReadContext,
  code: ProblemCode,
  severity: ProblemSeverity,
  range: TextRange,
  args: Problem['args'] = {},
): void =>
  context.report({
    code,
    severity,
    at: { file: context.file, start: range.start, end: range.end },
    args: { field: context.path, ...args },
  });

/**
 * FIELD_VALUE, error: the type is right, the value is not one that the API server takes. `expected` says in a few plain
 * words what it takes, such as `label key`, `1 to 65535` or `TCP, UDP, SCTP`.
 */
export const reportValue = (context: ReadContext, range: TextRange, value: string | number, expected: string): void =>
  reportProblem(context, 'FIELD_VALUE', 'error', range, { value, expected });
