/**
 * Long work in steps: whoever runs it gets the word back between two steps and may go on, do something else first, or drop
 * the rest. It changes nothing outside of itself before its end.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** All steps at once. */
export const runSteps = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};
