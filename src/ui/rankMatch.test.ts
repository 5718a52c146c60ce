import { describe, expect, it } from 'vitest';
import { findMatches, rankMatch } from './rankMatch.ts';

describe('search in lists', () => {
  it('needs every word of the query, in any order and case', () => {
    expect(rankMatch('API shop', 'shop/Deployment/api')).toBeGreaterThan(0);
    expect(rankMatch('api billing', 'shop/Deployment/api')).toBe(0);
  });

  it('puts beginnings before middles', () => {
    const names = ['scrapi', 'web-api', 'api'];
    expect(findMatches('api', names, (name) => name)).toEqual(['api', 'web-api', 'scrapi']);
  });

  it('keeps everything in order while nothing is asked', () => {
    expect(findMatches('  ', ['b', 'a'], (name) => name)).toEqual(['b', 'a']);
  });
});
