import type { PortSetId } from '../net/PortSetTable.ts';

/**
 * Flows as rows in columns, so that millions of them cost no objects and can be transferred. Ends are nodes by number:
 * workloads by their index, then external endpoints (`workloads.length` + index).
 */
export interface FlowColumns {
  readonly length: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Ids of port sets: what all pairs of pods have, what only some have (0: nothing). */
  readonly ports: Uint32Array;
  readonly partial: Uint32Array;
  /** 1: a rule allows it · 0: open by default (see `WorkloadFlow.allowedBy`). */
  readonly byRule: Uint8Array;
}

/** Collects rows; `finish` gives columns of exactly their number. */
export interface FlowCollector {
  add(from: number, to: number, ports: PortSetId, partial: PortSetId, byRule: number): void;
  finish(): FlowColumns;
}

const createColumns = (capacity: number) => ({
  from: new Uint32Array(capacity),
  to: new Uint32Array(capacity),
  ports: new Uint32Array(capacity),
  partial: new Uint32Array(capacity),
  byRule: new Uint8Array(capacity),
});

export const createFlowCollector = (): FlowCollector => {
  let columns = createColumns(1024);
  let length = 0;
  const grow = (): void => {
    const before = columns;
    columns = createColumns(2 * length);
    columns.from.set(before.from);
    columns.to.set(before.to);
    columns.ports.set(before.ports);
    columns.partial.set(before.partial);
    columns.byRule.set(before.byRule);
  };
  return {
    add: (from, to, ports, partial, byRule) => {
      if (length === columns.from.length) grow();
      columns.from[length] = from;
      columns.to[length] = to;
      columns.ports[length] = ports;
      columns.partial[length] = partial;
      columns.byRule[length] = byRule;
      length += 1;
    },
    finish: () => ({
      length,
      from: columns.from.slice(0, length),
      to: columns.to.slice(0, length),
      ports: columns.ports.slice(0, length),
      partial: columns.partial.slice(0, length),
      byRule: columns.byRule.slice(0, length),
    }),
  };
};
