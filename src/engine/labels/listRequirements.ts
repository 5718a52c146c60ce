import type { LabelRequirement, LabelSelector } from './LabelSelector.ts';

/** What a selector asks for, `matchLabels` first (as `In` with one value): all of them must hold. */
export const listRequirements = ({ matchLabels, matchExpressions }: LabelSelector): readonly LabelRequirement[] => [
  ...Object.keys(matchLabels).map((key): LabelRequirement => ({ key, operator: 'In', values: [matchLabels[key]!] })),
  ...matchExpressions,
];

/** The selector that asks for this alone. */
export const selectorOf = (requirement: LabelRequirement): LabelSelector => ({
  matchLabels: {},
  matchExpressions: [requirement],
});
