import type { Attribution } from './attributeFlows.ts';

/** By cause, the flows that it plays a part in and that are listed under a broader one. */
export const countShared = ({ setOf, sets }: Attribution, primary: Uint32Array, causeCount: number): Float64Array => {
  const shared = new Float64Array(causeCount);
  for (const set of setOf) {
    for (const cause of sets[set]!) if (cause !== primary[set]) shared[cause]! += 1;
  }
  return shared;
};
