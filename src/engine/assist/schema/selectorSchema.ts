import { choice, list, map, strings, text, type FieldRole, type FieldSchema } from './FieldSchema.ts';

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A LabelSelector; `role` says of what. */
export const selectorSchema = (doc: string, role: FieldRole): FieldSchema =>
  map(
    doc,
    {
      matchLabels: strings('Labels that must all be there with exactly these values.'),
      matchExpressions: list(
        'Requirements that must all hold, together with `matchLabels`.',
        map('A requirement on one label.', {
          key: text('The label that is looked at.', { role: 'labelKey' }),
          operator: choice(
            '`In` and `NotIn` compare with `values`; `Exists` and `DoesNotExist` ask whether the label is there. `NotIn` holds for objects without the label too.',
            operators,
          ),
          values: list(
            'For `In` and `NotIn`: at least one value. For the others: none.',
            text('A value of the label.', { role: 'labelValues' }),
          ),
        }),
      ),
    },
    { role },
  );
