import fc from 'fast-check';
import type { ApiSelector, Labels } from '../ApiObject.ts';
import { optional, optionalList } from './optional.ts';

/** Few keys and values, so that selectors often match; an empty value and a key with a prefix among them. */
const vocabulary: Record<string, string[]> = {
  app: ['web', 'api', 'db'],
  tier: ['front', 'back', ''],
  'example.com/team': ['red', 'blue'],
};

/** Selectors also ask for what nobody has. */
const askedFor: Record<string, string[]> = {
  ...vocabulary,
  nobody: ['has-it'],
  // What controllers add to the pods of a template.
  'pod-template-hash': ['5d4b9c'],
  'statefulset.kubernetes.io/pod-name': ['workload-0-0', 'workload-1-0'],
  'kubernetes.io/metadata.name': ['default', 'red', 'blue'],
};

const keys = Object.keys(vocabulary);

export const labels: fc.Arbitrary<Labels> = fc
  .subarray(keys)
  .chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((key) => [key, fc.constantFrom(...(vocabulary[key] ?? []))]))),
  );

const askedKey = fc.oneof(
  { arbitrary: fc.constantFrom(...keys), weight: 5 },
  { arbitrary: fc.constantFrom(...Object.keys(askedFor)), weight: 1 },
);

const askedLabels: fc.Arbitrary<Labels> = fc
  .uniqueArray(askedKey, { maxLength: 2 })
  .chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((key) => [key, fc.constantFrom(...(askedFor[key] ?? []))]))),
  );

const requirement = askedKey.chain((key) =>
  fc.oneof(
    fc.record({
      key: fc.constant(key),
      operator: fc.constantFrom('In', 'NotIn'),
      values: fc.uniqueArray(fc.constantFrom(...(askedFor[key] ?? [])), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      key: fc.constant(key),
      operator: fc.constantFrom('Exists', 'DoesNotExist'),
      values: fc.constantFrom(undefined, null, []),
    }),
  ),
);

export const selector: fc.Arbitrary<ApiSelector> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 1 },
  {
    arbitrary: fc.record({ matchLabels: optional(askedLabels), matchExpressions: fc.constant(undefined) }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      matchLabels: optional(askedLabels, 1),
      matchExpressions: optionalList(requirement, { maxLength: 2 }),
    }),
    weight: 2,
  },
);
