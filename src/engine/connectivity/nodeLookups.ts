import { everyPortId } from '../net/PortSetTable.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import { findPosition } from './AdmissionRow.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { NodeFlows } from './createFlowFinder.ts';
import type { NodeLookup } from './createPairCombiner.ts';
import type { PodClass } from './PodClass.ts';

/** Looks up what was found from the parts of one source, in their order. */
export const createFoundLookup = (slots: readonly NodeFlows[]): NodeLookup => {
  const found = { lower: 0, upper: 0 };
  return {
    found,
    lookUp: (part, _from, to) => {
      const slot = slots[part]!;
      if (slot.filled[to] !== slot.filling) return false;
      found.lower = slot.lower[to]!;
      found.upper = slot.upper[to]!;
      return true;
    },
  };
};

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
