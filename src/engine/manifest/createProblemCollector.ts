import type { Problem } from './Problem.ts';

/** More of one object or document than anybody reads one by one. */
export const maxProblems = 100;

/** Problems of one object or document. */
export interface ProblemCollector {
  readonly add: (problem: Problem) => void;
  /** The first ones, and PROBLEMS_OMITTED at the next one when there are more; it is as severe as the worst of those. */
  readonly list: () => readonly Problem[];
}

/** Keeps a bounded number, however many there are: a monster of a million wrong labels takes no room for a million. */
export const createProblemCollector = (): ProblemCollector => {
  const problems: Problem[] = [];
  let omitted = 0;
  let worst: Problem | null = null;
  let first: Problem | null = null;
  return {
    add: (problem) => {
      if (problems.length < maxProblems) {
        problems.push(problem);
        return;
      }
      omitted += 1;
      first ??= problem;
      if (worst === null || rank(problem) > rank(worst)) worst = problem;
    },
    list: () =>
      first === null || worst === null
        ? problems
        : [...problems, { code: 'PROBLEMS_OMITTED', severity: worst.severity, at: first.at, args: { count: omitted } }],
  };
};

const rank = ({ severity }: Problem): number => ['info', 'warning', 'error'].indexOf(severity);
