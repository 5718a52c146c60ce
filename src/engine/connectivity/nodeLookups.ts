import { everyPortId } from '../net/PortSetTable.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import { findPosition } from './AdmissionRow.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { NodeFlows } from './createFlowFinder.ts';
import type { NodeLookup } from './createPairCombiner.ts';
import type { PodClass } from './PodClass.ts';

/** Looks up flows of one source's parts that were found before. */
export interface PreparedLookup extends NodeLookup {
  /** Notes the flows of a source's parts, in their order. */
  prepare(flows: readonly NodeFlows[]): void;
}

interface PartFlows {
  readonly serial: Uint32Array;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

export const createPreparedLookup = (nodeCount: number): PreparedLookup => {
  const slots: PartFlows[] = [];
  const found = { lower: 0, upper: 0 };
  let serial = 0;
  return {
    found,
    prepare: (flows) => {
      serial += 1;
      flows.forEach(({ length, nodes, lower, upper }, part) => {
        const slot = (slots[part] ??= createSlot(nodeCount));
        for (let at = 0; at < length; at += 1) {
          const node = nodes[at]!;
          slot.serial[node] = serial;
          slot.lower[node] = lower[at]!;
          slot.upper[node] = upper[at]!;
        }
      });
    },
    lookUp: (part, _from, to) => {
      const slot = slots[part]!;
      if (slot.serial[to] !== serial) return false;
      found.lower = slot.lower[to]!;
      found.upper = slot.upper[to]!;
      return true;
    },
  };
};

const createSlot = (nodeCount: number): PartFlows => ({
  serial: new Uint32Array(nodeCount),
  lower: new Uint32Array(nodeCount),
  upper: new Uint32Array(nodeCount),
});

/** Looks each pair up in the rows of both ends. */
export const createRowLookup = ({ ports, rowOf }: Admissions, classes: readonly PodClass[]): NodeLookup => {
  const found = { lower: 0, upper: 0 };
  const one = { lower: 0, upper: 0 };
  const read = (row: AdmissionRow | null, node: number): void => {
    one.lower = everyPortId;
    one.upper = everyPortId;
    if (row === null) return;
    const isClass = node < classes.length;
    const at = findPosition(isClass ? row.classes : row.externals, isClass ? node : node - classes.length);
    const category = isClass ? classes[node]!.category : 0;
    one.lower = at < 0 ? row.lower[category]! : (isClass ? row.classLower : row.externalLower)[at]!;
    one.upper = at < 0 ? row.upper[category]! : (isClass ? row.classUpper : row.externalUpper)[at]!;
  };
  return {
    found,
    lookUp: (_part, from, to) => {
      read(from < classes.length ? rowOf('egress', from) : null, to);
      const { lower, upper } = one;
      read(to < classes.length ? rowOf('ingress', to) : null, from);
      found.lower = ports.intersect(lower, one.lower);
      found.upper = ports.intersect(upper, one.upper);
      return true;
    },
  };
};
