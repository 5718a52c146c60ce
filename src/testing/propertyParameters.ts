import process from 'node:process';

/**
 * How long a property runs: always the same cases by default, so that a failure is nobody's bad luck. For a long random run:
 * `POLDER_PROPERTY_RUNS=20000 npx vitest run …`, with `POLDER_PROPERTY_SEED=<seed>` to repeat one.
 */
export const propertyParameters = (usualRuns: number): { numRuns: number; seed: number } => {
  const { POLDER_PROPERTY_RUNS: runs, POLDER_PROPERTY_SEED: seed } = process.env;
  return {
    numRuns: runs ? Number(runs) : usualRuns,
    seed: seed ? Number(seed) : runs ? Math.trunc(Math.random() * 0x7fffffff) : 20_240_229,
  };
};
