/**
 * Flows as rows in columns, so that millions of them cost no objects and can be transferred. Ends are nodes by number:
 * workloads by their index, then external endpoints (`workloads.length` + index). By from, then to.
 *
 * Pairs that are open by default at both ends, for all of their pods, are no rows: they are every pair of a node in
 * `openEgress` and one in `openIngress` with all ports, but for two externals and for a workload with itself when it is
 * a single bare pod.
 */
export interface FlowColumns {
  readonly length: number;
  readonly from: NumberColumn;
  readonly to: NumberColumn;
  /** Ids of port sets: what all pairs of pods have, what only some have, what some may have (0: nothing). */
  readonly ports: NumberColumn;
  readonly partial: NumberColumn;
  readonly uncertain: NumberColumn;
  /** 1: a rule allows it, or may · 0: open by default (see `WorkloadFlow.allowedBy`). */
  readonly byRule: Uint8Array;
  /** By node, 1: no policy isolates (any pod of) it in that direction; externals always. */
  readonly openEgress: Uint8Array;
  readonly openIngress: Uint8Array;
  /** How many pairs are open by default at both ends. */
  readonly openCount: number;
  /** Rows that were left out because there were more than `maxRows`; the other numbers do not count them. */
  readonly omitted: number;
}

/** As narrow as its numbers allow, which is 16 bits in all but the very largest clusters. */
export type NumberColumn = Uint16Array | Uint32Array;

/** A column of numbers below `bound`. */
export const createColumn = (length: number, bound: number): NumberColumn =>
  bound <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);

/** Rows beyond this many are left out and counted: 11 bytes each, or 21. */
export const maxRows = 8_000_000;

export type FlowRows = Pick<
  FlowColumns,
  'length' | 'from' | 'to' | 'ports' | 'partial' | 'uncertain' | 'byRule' | 'omitted'
>;

export type Rows = Omit<FlowRows, 'length' | 'omitted'>;

/** How many ends and sets of ports there are that rows have the numbers of. */
export interface RowBounds {
  readonly ends: number;
  readonly sets: number;
}

export const createRows = (capacity: number, { ends, sets }: RowBounds): Rows => ({
  from: createColumn(capacity, ends),
  to: createColumn(capacity, ends),
  ports: createColumn(capacity, sets),
  partial: createColumn(capacity, sets),
  uncertain: createColumn(capacity, sets),
  byRule: new Uint8Array(capacity),
});

const columnNames = ['from', 'to', 'ports', 'partial', 'uncertain', 'byRule'] as const;

/** So few are sooner copied one by one than by views of the columns. */
const fewRows = 64;

/** Copies rows from `start` to before `end` to where `at` is. */
export const copyRows = (
  from: Rows,
  { start, end }: { readonly start: number; readonly end: number },
  to: Rows,
  at: number,
): void => {
  if (end - start > fewRows) {
    for (const column of columnNames) to[column].set(from[column].subarray(start, end), at);
    return;
  }
  for (let row = start, into = at; row < end; row += 1, into += 1) {
    to.from[into] = from.from[row]!;
    to.to[into] = from.to[row]!;
    to.ports[into] = from.ports[row]!;
    to.partial[into] = from.partial[row]!;
    to.uncertain[into] = from.uncertain[row]!;
    to.byRule[into] = from.byRule[row]!;
  }
};
