import type { LabelSelector } from './LabelSelector.ts';

/** The label keys that a selector asks for, in the order of its requirements. */
export const listKeys = ({ matchLabels, matchExpressions }: LabelSelector): readonly string[] => [
  ...Object.keys(matchLabels),
  ...matchExpressions.map(({ key }) => key),
];
