import { formatHint, formatProblem, type Hint, type Problem } from '../../engine/index.ts';

/** Something that a person should look at: what could not be read, or is likely a slip. */
export type ProblemOrHint = Problem | Hint;

const hintCodes: Readonly<Record<Hint['code'], true>> = {
  FIELD_UNKNOWN: true,
  FIELD_TYPE: true,
  VALUE_UNKNOWN: true,
  SERVICE_PORT: true,
};

const isHint = (either: ProblemOrHint): either is Hint => either.code in hintCodes;

/** The sentence for people. */
export const formatProblemOrHint = (either: ProblemOrHint): string =>
  isHint(either) ? formatHint(either) : formatProblem(either);
