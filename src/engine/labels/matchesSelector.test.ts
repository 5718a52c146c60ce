import { describe, expect, it } from 'vitest';
import { formatSelector } from './formatSelector.ts';
import type { LabelOperator, LabelSelector, LabelSet } from './LabelSelector.ts';
import { emptySelector, isEmptySelector, matchesSelector } from './matchesSelector.ts';
import { toSelectorKey } from './toSelectorKey.ts';

const where = (key: string, operator: LabelOperator, ...values: string[]): LabelSelector => ({
  matchLabels: {},
  matchExpressions: [{ key, operator, values }],
});
const withLabels = (matchLabels: LabelSet): LabelSelector => ({ matchLabels, matchExpressions: [] });

describe('a label selector', () => {
  it('that is empty matches everything', () => {
    expect(matchesSelector(emptySelector, {})).toBe(true);
    expect(matchesSelector(emptySelector, { app: 'web' })).toBe(true);
    expect(isEmptySelector(emptySelector)).toBe(true);
    expect(isEmptySelector(where('app', 'Exists'))).toBe(false);
  });

  it('needs every one of its matchLabels', () => {
    const selector = withLabels({ app: 'web', tier: 'front' });
    expect(matchesSelector(selector, { app: 'web', tier: 'front', more: 'x' })).toBe(true);
    expect(matchesSelector(selector, { app: 'web' })).toBe(false);
    expect(matchesSelector(selector, { app: 'web', tier: 'back' })).toBe(false);
  });

  it('takes an empty value for a value', () => {
    expect(matchesSelector(withLabels({ app: '' }), { app: '' })).toBe(true);
    expect(matchesSelector(withLabels({ app: '' }), {})).toBe(false);
  });

  it('In needs the key with one of the values', () => {
    const selector = where('tier', 'In', 'a', 'b');
    expect(matchesSelector(selector, { tier: 'b' })).toBe(true);
    expect(matchesSelector(selector, { tier: 'c' })).toBe(false);
    expect(matchesSelector(selector, {})).toBe(false);
  });

  it('NotIn matches other values and also objects without the key', () => {
    const selector = where('tier', 'NotIn', 'a', 'b');
    expect(matchesSelector(selector, { tier: 'c' })).toBe(true);
    expect(matchesSelector(selector, {})).toBe(true);
    expect(matchesSelector(selector, { tier: 'a' })).toBe(false);
  });

  it('Exists and DoesNotExist look at the key alone', () => {
    expect(matchesSelector(where('tier', 'Exists'), { tier: '' })).toBe(true);
    expect(matchesSelector(where('tier', 'Exists'), {})).toBe(false);
    expect(matchesSelector(where('tier', 'DoesNotExist'), { tier: '' })).toBe(false);
    expect(matchesSelector(where('tier', 'DoesNotExist'), {})).toBe(true);
  });

  it('needs its matchLabels and all of its matchExpressions together', () => {
    const selector: LabelSelector = {
      matchLabels: { app: 'web' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['a'] },
        { key: 'canary', operator: 'DoesNotExist', values: [] },
      ],
    };
    expect(matchesSelector(selector, { app: 'web', tier: 'a' })).toBe(true);
    expect(matchesSelector(selector, { app: 'api', tier: 'a' })).toBe(false);
    expect(matchesSelector(selector, { app: 'web', tier: 'a', canary: 'yes' })).toBe(false);
  });

  it('is not misled by labels named like members of every object', () => {
    expect(matchesSelector(where('constructor', 'Exists'), {})).toBe(false);
    expect(matchesSelector(where('toString', 'DoesNotExist'), {})).toBe(true);
  });

  it('reads as kubectl writes it', () => {
    expect(formatSelector({ ...where('tier', 'In', 'a', 'b'), matchLabels: { app: 'web' } })).toBe(
      'app=web,tier in (a, b)',
    );
    expect(formatSelector(where('tier', 'NotIn', 'a'))).toBe('tier notin (a)');
    expect(formatSelector(where('tier', 'Exists'))).toBe('tier');
    expect(formatSelector(where('tier', 'DoesNotExist'))).toBe('!tier');
    expect(formatSelector(emptySelector)).toBe('everything');
  });

  it('has the same key however its requirements are ordered', () => {
    expect(toSelectorKey(withLabels({ a: '1', b: '2' }))).toBe(toSelectorKey(withLabels({ b: '2', a: '1' })));
    expect(toSelectorKey(where('t', 'In', 'a', 'b'))).toBe(toSelectorKey(where('t', 'In', 'b', 'a')));
    expect(toSelectorKey(where('t', 'In', 'a'))).not.toBe(toSelectorKey(where('t', 'NotIn', 'a')));
  });
});
