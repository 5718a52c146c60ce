import { emptyPortSet, everyPort, intersectPorts, subtractPorts, toPortKey, unionPorts } from './portAlgebra.ts';
import { createPairMemo } from './createPairMemo.ts';
import type { PortSet } from './PortSet.ts';

/** A port set's number in one table. Only ids of the same table can be compared or combined. */
export type PortSetId = number;

/** In every table: no port. */
export const emptyPortSetId: PortSetId = 0;
/** In every table: every port. */
export const everyPortId: PortSetId = 1;

/**
 * Port sets by number, each distinct set once, so that a computation over many pairs stores numbers and computes each
 * combination of sets once. One table per computation.
 */
export interface PortSetTable {
  /** All distinct sets so far, by id. */
  readonly sets: readonly PortSet[];
  intern(set: PortSet): PortSetId;
  get(id: PortSetId): PortSet;
  union(a: PortSetId, b: PortSetId): PortSetId;
  intersect(a: PortSetId, b: PortSetId): PortSetId;
  /** What is in `a` and not in `b`. */
  subtract(a: PortSetId, b: PortSetId): PortSetId;
}

export const createPortSetTable = (): PortSetTable => {
  const sets: PortSet[] = [];
  const ids = new Map<string, PortSetId>();
  const intern = (set: PortSet): PortSetId => {
    const key = toPortKey(set);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, sets.length);
    return sets.push(set) - 1;
  };
  const get = (id: PortSetId): PortSet => sets[id] ?? emptyPortSet;
  intern(emptyPortSet);
  intern(everyPort);

  const unionKnown = createPairMemo((a, b) => intern(unionPorts(get(a), get(b))));
  const intersectKnown = createPairMemo((a, b) => intern(intersectPorts(get(a), get(b))));
  const subtractKnown = createPairMemo((a, b) => intern(subtractPorts(get(a), get(b))));

  return {
    sets,
    intern,
    get,
    union: (a, b) => {
      if (a === b || b === emptyPortSetId || a === everyPortId) return a;
      if (a === emptyPortSetId || b === everyPortId) return b;
      return a < b ? unionKnown(a, b) : unionKnown(b, a);
    },
    intersect: (a, b) => {
      if (a === b || a === emptyPortSetId || b === everyPortId) return a;
      if (b === emptyPortSetId || a === everyPortId) return b;
      return a < b ? intersectKnown(a, b) : intersectKnown(b, a);
    },
    subtract: (a, b) => {
      if (a === b || a === emptyPortSetId || b === everyPortId) return emptyPortSetId;
      if (b === emptyPortSetId) return a;
      return subtractKnown(a, b);
    },
  };
};
