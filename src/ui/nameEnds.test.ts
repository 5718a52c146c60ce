import { describe, expect, it } from 'vitest';
import { nameEnds } from './nameEnds.ts';

describe('nameEnds', () => {
  it('keeps the last part of names that begin alike', () => {
    const endOf = nameEnds(['network-policy-conformance-gryffindor', 'network-policy-conformance-slytherin', 'shop']);
    expect(endOf('network-policy-conformance-gryffindor')).toBe('-gryffindor');
    expect(endOf('shop')).toBe('');
  });

  it('keeps some letters where the last part is too long, or there is none', () => {
    const names = ['averyverylongnamewithoutanypartsone', 'averyverylongnamewithoutanypartstwo'];
    expect(names.map(nameEnds(names))).toEqual(['ypartsone', 'ypartstwo'].map((end) => expect.stringContaining(end)));
  });

  it('leaves alone what differs where it is still seen', () => {
    const names = ['argocd-application-controller', 'argocd-applicationset-controller'];
    expect(names.map(nameEnds(names))).toEqual(['', '']);
  });
});
