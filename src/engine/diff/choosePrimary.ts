import type { Attribution } from './attributeFlows.ts';

/**
 * By set of causes, the one that its flows are listed under: the one that plays a part in the most flows, the first of
 * equals. So that a flow is listed once, and a broad cause is not hidden behind narrow ones.
 */
export const choosePrimary = ({ setOf, sets }: Attribution, causeCount: number): Uint32Array => {
  const uses = new Uint32Array(sets.length);
  for (const set of setOf) uses[set]! += 1;
  const weights = new Float64Array(causeCount);
  sets.forEach((causes, set) => causes.forEach((cause) => (weights[cause]! += uses[set]!)));
  return Uint32Array.from(sets, (causes) =>
    causes.reduce((best, cause) => (weights[cause]! > weights[best]! ? cause : best)),
  );
};
