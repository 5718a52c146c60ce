import type { LabelRequirement, LabelSelector, LabelSet } from './LabelSelector.ts';
import { listRequirements } from './listRequirements.ts';
import type { Match } from './Match.ts';
import { findLabel, matchesSelector, meetsRequirement } from './matchesSelector.ts';

/** Which labels of an object are not known: it may have them, with any value, or not. */
export type UnknownLabels = (key: string) => boolean;

/**
 * Whether labels, some of which are unknown, satisfy a selector. What the known ones decide is decided; requirements on
 * unknown ones can each be met and missed, unless they contradict each other (`a=x` and `a=y`), which no value meets.
 */
export const matchSelector = (selector: LabelSelector, labels: LabelSet, isUnknown: UnknownLabels): Match => {
  const unsure = new Map<string, LabelRequirement[]>();
  for (const requirement of listRequirements(selector)) {
    const { key } = requirement;
    if (findLabel(labels, key) === undefined && isUnknown(key)) {
      const same = unsure.get(key);
      if (same === undefined) unsure.set(key, [requirement]);
      else same.push(requirement);
    } else if (!meetsRequirement(requirement, labels)) return 'no';
  }
  if (unsure.size === 0) return 'yes';
  return [...unsure.values()].every(canBeMet) ? 'maybe' : 'no';
};

/** The same where every label is known. */
export const matchKnown = (selector: LabelSelector, labels: LabelSet): Match =>
  matchesSelector(selector, labels) ? 'yes' : 'no';

/** Whether some value of one label, or its absence, meets all requirements on it. */
const canBeMet = (requirements: readonly LabelRequirement[]): boolean => {
  const [{ key }] = requirements as [LabelRequirement];
  const named = requirements.flatMap(({ values }) => values);
  // A value that no requirement names stands for all others of its kind; no label value has a space.
  const candidates: readonly (string | undefined)[] = [undefined, ' ', ...named];
  return candidates.some((value) =>
    requirements.every((requirement) => meetsRequirement(requirement, value === undefined ? {} : { [key]: value })),
  );
};
