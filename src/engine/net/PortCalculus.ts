import { emptyPortSet, everyPort, intersectPorts, subtractPorts, unionPorts } from './portAlgebra.ts';
import type { PortSet } from './PortSet.ts';
import { emptyPortSetId, everyPortId } from './PortSetTable.ts';
import type { PortSetId, PortSetTable } from './PortSetTable.ts';

/** Calculating with sets of ports, whatever stands for one: a `PortSet`, or its number in a table. */
export interface PortCalculus<Ports> {
  readonly empty: Ports;
  readonly every: Ports;
  union(a: Ports, b: Ports): Ports;
  intersect(a: Ports, b: Ports): Ports;
  subtract(a: Ports, b: Ports): Ports;
}

export const portSets: PortCalculus<PortSet> = {
  empty: emptyPortSet,
  every: everyPort,
  union: unionPorts,
  intersect: intersectPorts,
  subtract: subtractPorts,
};

export const numberedPortSets = ({ union, intersect, subtract }: PortSetTable): PortCalculus<PortSetId> => ({
  empty: emptyPortSetId,
  every: everyPortId,
  union,
  intersect,
  subtract,
});
