import fc from 'fast-check';

/** A field that is there, null, or missing (undefined entries are left out of the text). */
export const optional = <T>(value: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(
    { arbitrary: value, weight },
    { arbitrary: fc.constant(undefined), weight: 1 },
    { arbitrary: fc.constant(null), weight: 1 },
  );

/** A field that is there or missing. */
export const maybe = <T>(value: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: value, weight }, { arbitrary: fc.constant(undefined), weight: 1 });

/** A list of one to `maxLength` items, an empty list, null, or missing. */
export const optionalList = <T>(
  item: fc.Arbitrary<T>,
  { maxLength, weight = 6 }: { maxLength: number; weight?: number },
): fc.Arbitrary<readonly T[] | null | undefined> =>
  fc.oneof(
    { arbitrary: fc.array(item, { minLength: 1, maxLength }), weight },
    { arbitrary: fc.constant([]), weight: 1 },
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
