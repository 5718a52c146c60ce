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

const createRows = (capacity: number) => ({
  from: new Uint32Array(capacity),
  to: new Uint32Array(capacity),
  ports: new Uint32Array(capacity),
  partial: new Uint32Array(capacity),
  uncertain: new Uint32Array(capacity),
  byRule: new Uint8Array(capacity),
});

export const createFlowCollector = (limit = maxRows): FlowCollector => {
  let rows = createRows(1024);
  let length = 0;
  let omitted = 0;
  const grow = (): void => {
    const before = rows;
    rows = createRows(Math.min(limit, 2 * length));
    rows.from.set(before.from);
    rows.to.set(before.to);
    rows.ports.set(before.ports);
    rows.partial.set(before.partial);
    rows.uncertain.set(before.uncertain);
    rows.byRule.set(before.byRule);
  };
  return {
    add: (from, to, ports, partial, uncertain, byRule) => {
      if (length === limit) {
        omitted += 1;
        return;
      }
      if (length === rows.from.length) grow();
      rows.from[length] = from;
      rows.to[length] = to;
      rows.ports[length] = ports;
      rows.partial[length] = partial;
      rows.uncertain[length] = uncertain;
      rows.byRule[length] = byRule;
      length += 1;
    },
    finish: () => ({
      length,
      from: rows.from.slice(0, length),
      to: rows.to.slice(0, length),
      ports: rows.ports.slice(0, length),
      partial: rows.partial.slice(0, length),
      uncertain: rows.uncertain.slice(0, length),
      byRule: rows.byRule.slice(0, length),
      omitted,
    }),
  };
};
