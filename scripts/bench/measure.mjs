/** The median of several rounds in milliseconds, after one that does not count. */
export function measure(work, { rounds }) {
  work();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
