import type { Connectivity, Locality } from '../connectivity/Connectivity.ts';
import type { Sample } from './Sample.ts';
import { choosePairs } from './listPodPairs.ts';

/** The ways in which pods of two samples can be on one machine; none when the two have no pair of different endpoints. */
export const listLocalities = (connectivity: Connectivity, from: Sample, to: Sample): readonly Locality[] => {
  if (from === to && !from.meetsItself) return [];
  if (!from.hostNetwork && !to.hostNetwork) return ['apart'];
  // Replicas that the import does not show are never taken to be on a known machine.
  if (from === to && from.endpoints.length === 1) return ['apart'];
  return choosePairs(connectivity, from.endpoints, to.endpoints).map(({ locality }) => locality);
};
