import { differPorts } from './createTransitionTable.ts';
import { emptyPortSet, intersectPorts, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';

/** Ports by how they are admitted: for each kind of certainty, what all pairs of pods have and what any has. */
export type AdmittedLevels = Readonly<Record<string, PortSet>>;

/** One pair of pods: ports by kind of certainty. */
export type PairLevels = Readonly<Record<string, PortSet>>;

export const toAdmittedLevels = (pairs: readonly PairLevels[]): AdmittedLevels => {
  const levels: Record<string, PortSet> = {};
  for (const kind of new Set(pairs.flatMap((pair) => Object.keys(pair)))) {
    const sets = pairs.map((pair) => pair[kind] ?? emptyPortSet);
    levels[`any ${kind}`] = sets.reduce(unionPorts);
    levels[`all ${kind}`] = sets.reduce(intersectPorts);
  }
  return levels;
};

/** Every port that is admitted in another way, or on one side only. */
export const differLevels = (a: AdmittedLevels, b: AdmittedLevels): PortSet =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].reduce(
    (set, level) => unionPorts(set, differPorts(a[level] ?? emptyPortSet, b[level] ?? emptyPortSet)),
    emptyPortSet,
  );
