import { describe, expect, it } from 'vitest';
import { findMatches, rankMatch } from './rankMatch.ts';

describe('search in lists', () => {
  it('needs every word of the query, in any order and case', () => {
    expect(rankMatch('API shop', 'shop/Deployment/api')).toBeGreaterThan(0);
    expect(rankMatch('api billing', 'shop/Deployment/api')).toBe(0);
  });

  it('puts beginnings before middles', () => {
    const names = ['scrapi', 'web-api', 'api'];
    expect(findMatches('api', names, (name) => ({ label: name }))).toEqual(['api', 'web-api', 'scrapi']);
  });

  it('puts what is called so before what only stands near it', () => {
    const items = [
      { label: 'Deployment', rest: 'web' },
      { label: 'scweb', rest: '' },
    ];
    expect(findMatches('web', items, (item) => item).map(({ label }) => label)).toEqual(['scweb', 'Deployment']);
  });

  it('keeps everything in order while nothing is asked', () => {
    expect(findMatches('  ', ['b', 'a'], (name) => ({ label: name }))).toEqual(['b', 'a']);
  });
});
