/** Inclusive intervals in normal form: sorted, disjoint, not adjacent. */
export type Intervals<T> = readonly (readonly [T, T])[];

/** The order's neighbours, so that one algebra serves ports (numbers) and addresses (bigints). */
export interface Steps<T> {
  readonly next: (value: T) => T;
  readonly previous: (value: T) => T;
}

type Comparable = number | bigint;

/** Any list of intervals (unsorted, overlapping, adjacent; those that end before they start are dropped) in normal form. */
export const normalizeIntervals = <T extends Comparable>(intervals: Intervals<T>, steps: Steps<T>): Intervals<T> => {
  const sorted = intervals.filter(([first, last]) => first <= last);
  sorted.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const merged: [T, T][] = [];
  for (const [first, last] of sorted) {
    const open = merged.at(-1);
    if (open !== undefined && first <= steps.next(open[1])) {
      if (last > open[1]) open[1] = last;
    } else {
      merged.push([first, last]);
    }
  }
  return merged;
};

export const unionIntervals = <T extends Comparable>(
  a: Intervals<T>,
  b: Intervals<T>,
  steps: Steps<T>,
): Intervals<T> => {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return normalizeIntervals([...a, ...b], steps);
};

export const intersectIntervals = <T extends Comparable>(a: Intervals<T>, b: Intervals<T>): Intervals<T> => {
  const common: [T, T][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [firstA, lastA] = a[i]!;
    const [firstB, lastB] = b[j]!;
    const first = firstA > firstB ? firstA : firstB;
    const last = lastA < lastB ? lastA : lastB;
    if (first <= last) common.push([first, last]);
    if (lastA < lastB) i += 1;
    else j += 1;
  }
  return common;
};

export const subtractIntervals = <T extends Comparable>(
  a: Intervals<T>,
  b: Intervals<T>,
  steps: Steps<T>,
): Intervals<T> => {
  if (b.length === 0) return a;
  const rest: [T, T][] = [];
  let j = 0;
  for (const [first, last] of a) {
    let start = first;
    while (j < b.length && b[j]![1] < start) j += 1;
    let k = j;
    let covered = false;
    while (!covered && k < b.length && b[k]![0] <= last) {
      const [from, to] = b[k]!;
      if (from > start) rest.push([start, steps.previous(from)]);
      if (to >= last) covered = true;
      else start = steps.next(to);
      k += 1;
    }
    if (!covered) rest.push([start, last]);
  }
  return rest;
};

export const equalIntervals = <T extends Comparable>(a: Intervals<T>, b: Intervals<T>): boolean =>
  a.length === b.length && a.every(([first, last], i) => first === b[i]![0] && last === b[i]![1]);

export const hasValue = <T extends Comparable>(intervals: Intervals<T>, value: T): boolean =>
  intervals.some(([first, last]) => first <= value && value <= last);
