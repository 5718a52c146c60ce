import type { LabelRequirement, LabelSelector, LabelSet } from './LabelSelector.ts';

/** Selects everything of its kind. */
export const emptySelector: LabelSelector = { matchLabels: {}, matchExpressions: [] };

export const isEmptySelector = (selector: LabelSelector): boolean =>
  selector.matchExpressions.length === 0 && Object.keys(selector.matchLabels).length === 0;

/** Own keys only: a label may be called `constructor`. */
export const findLabel = (labels: LabelSet, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

/** One requirement of a selector (apimachinery `Requirement.Matches`). */
export const meetsRequirement = ({ key, operator, values }: LabelRequirement, labels: LabelSet): boolean => {
  const value = findLabel(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      // An absent key satisfies NotIn (apimachinery `Requirement.Matches`; docs/semantics).
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
};

/** Whether labels satisfy all of `matchLabels` and all of `matchExpressions` (apimachinery `pkg/labels/selector.go`). */
export const matchesSelector = (selector: LabelSelector, labels: LabelSet): boolean => {
  for (const key of Object.keys(selector.matchLabels)) {
    if (findLabel(labels, key) !== selector.matchLabels[key]) return false;
  }
  return selector.matchExpressions.every((requirement) => meetsRequirement(requirement, labels));
};
