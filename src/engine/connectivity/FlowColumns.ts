import type { PortSetId } from '../net/PortSetTable.ts';

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
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Ids of port sets: what all pairs of pods have, what only some have, what some may have (0: nothing). */
  readonly ports: Uint32Array;
  readonly partial: Uint32Array;
  readonly uncertain: Uint32Array;
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

/** Rows beyond this many are left out and counted: 21 bytes each. */
export const maxRows = 8_000_000;

/** Collects rows; `finish` gives columns of exactly their number. */
export interface FlowCollector {
  add(from: number, to: number, ports: PortSetId, partial: PortSetId, uncertain: PortSetId, byRule: number): void;
  finish(): FlowRows;
}

export type FlowRows = Pick<
  FlowColumns,
  'length' | 'from' | 'to' | 'ports' | 'partial' | 'uncertain' | 'byRule' | 'omitted'
>;

export type Rows = Omit<FlowRows, 'length' | 'omitted'>;

export const createRows = (capacity: number): Rows => ({
  from: new Uint32Array(capacity),
  to: new Uint32Array(capacity),
  ports: new Uint32Array(capacity),
  partial: new Uint32Array(capacity),
  uncertain: new Uint32Array(capacity),
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

/**
 * Rows of one chunk. Chunks are put together at the end: arrays that double would be three times the memory of the result,
 * and memory beside the heap is what the garbage collector runs for.
 */
const chunkSize = 1 << 16;

export const createFlowCollector = (limit = maxRows): FlowCollector => {
  const full: Rows[] = [];
  // Few rows are the rule: the first chunk begins small, and becomes as large as the others before there is a second.
  let rows = createRows(chunkSize / 64);
  let length = 0;
  /** Rows of this chunk. */
  let used = 0;
  let omitted = 0;
  const grow = (): void => {
    const capacity = rows.from.length;
    if (capacity === chunkSize) {
      full.push(rows);
      rows = createRows(chunkSize);
      used = 0;
      return;
    }
    const before = rows;
    rows = createRows(4 * capacity);
    for (const column of columnNames) rows[column].set(before[column]);
  };
  return {
    add: (from, to, ports, partial, uncertain, byRule) => {
      if (length === limit) {
        omitted += 1;
        return;
      }
      if (used === rows.from.length) grow();
      rows.from[used] = from;
      rows.to[used] = to;
      rows.ports[used] = ports;
      rows.partial[used] = partial;
      rows.uncertain[used] = uncertain;
      rows.byRule[used] = byRule;
      used += 1;
      length += 1;
    },
    finish: () => {
      const result = createRows(length);
      [...full, rows].forEach((chunk, index) => {
        const count = Math.min(length - index * chunkSize, chunkSize);
        copyRows(chunk, { start: 0, end: count }, result, index * chunkSize);
      });
      return { length, ...result, omitted };
    },
  };
};
