import { describe, expect, it } from 'vitest';
import { mayHavePatchDirective } from './mayHavePatchDirective.ts';

describe('A directive for kustomize', () => {
  it.each(['$patch: delete', '{"$patch":"delete"}', '{"\\u0024patch":1}', '"\\x24patch": 1', '{"$\\u0070atch":1}'])(
    'may stand in %s',
    (text) => {
      expect(mayHavePatchDirective(text)).toBe(true);
    },
  );

  it.each(['patch: $1', '{"a":"\\u003cb\\u003e \\"c\\""}', ''])('cannot stand in %j', (text) => {
    expect(mayHavePatchDirective(text)).toBe(false);
  });
});
