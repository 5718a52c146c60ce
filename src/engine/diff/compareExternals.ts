import { toIpKey } from '../net/ipAlgebra.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import type { WorkspaceDiff } from './WorkspaceDiff.ts';

/** The external endpoints whose addresses are no endpoint of the other side. */
export const compareExternals = (sides: Sides<DiffSide>): WorkspaceDiff['externals'] => {
  const keys = mapSides(sides, ({ connectivity }) => connectivity.externals.map(({ addresses }) => toIpKey(addresses)));
  const known = mapSides(keys, (list) => new Set(list));
  return {
    added: sides.after.connectivity.externals.filter((_, index) => !known.before.has(keys.after[index]!)),
    removed: sides.before.connectivity.externals.filter((_, index) => !known.after.has(keys.before[index]!)),
  };
};
