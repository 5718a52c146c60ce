import { isEmptySelector } from './matchesSelector.ts';
import type { LabelRequirement, LabelSelector } from './LabelSelector.ts';

const formatRequirement = ({ key, operator, values }: LabelRequirement): string => {
  switch (operator) {
    case 'In':
      return `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} notin (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
};

/** For people, near to what `kubectl get -l` takes: `app=web,tier in (a, b)`; `everything` for the empty selector. */
export const formatSelector = (selector: LabelSelector): string =>
  isEmptySelector(selector)
    ? 'everything'
    : [
        ...Object.entries(selector.matchLabels).map(([key, value]) => `${key}=${value}`),
        ...selector.matchExpressions.map(formatRequirement),
      ].join(',');
