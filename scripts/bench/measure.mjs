/** Times of `work` in milliseconds, one per round, after `warmUp` rounds that do not count; what it returns is let go of. */
export function timeRounds(work, { rounds, warmUp = 1 }) {
  for (let round = 0; round < warmUp; round += 1) work();
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}

/** The median of several rounds in milliseconds. */
export const measure = (work, options) => median(timeRounds(work, options));

export const median = (values) => quantile(values, 0.5);

export const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];

/** One call of `work`: what it returned, and how long it took. */
export function time(work) {
  const started = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - started };
}

/** Megabytes that are reachable now, arrays of numbers included. Needs `--expose-gc`. */
export function liveMegabytes() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
