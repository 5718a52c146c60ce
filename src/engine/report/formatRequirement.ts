import type { LabelRequirement } from '../labels/LabelSelector.ts';

/** What a selector asks for, as the end of "asks for pods with …": `app=web`, `app=web or api`, `no label app`. */
export const formatRequirement = ({ key, operator, values }: LabelRequirement): string => {
  switch (operator) {
    case 'In':
      return `${key}=${values.join(' or ')}`;
    case 'NotIn':
      return `${key} other than ${values.join(' or ')}`;
    case 'Exists':
      return `a label ${key}`;
    case 'DoesNotExist':
      return `no label ${key}`;
  }
};
