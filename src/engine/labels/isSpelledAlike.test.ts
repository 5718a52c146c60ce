import { describe, expect, it } from 'vitest';
import { isSpelledAlike } from './isSpelledAlike.ts';

describe('isSpelledAlike', () => {
  it.each([
    ['web', 'wbe'],
    ['Frontend', 'frontend'],
    ['front-end', 'frontend'],
    ['frontend', 'fronted'],
    ['postgres', 'postgress'],
    ['cart', 'carts'],
    ['app', 'apps'],
  ])('takes %s and %s for one word with a slip', (a, b) => {
    expect([isSpelledAlike(a, b), isSpelledAlike(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['web', 'api'],
    ['api', 'app'],
    ['v1', 'v2'],
    ['shard-1', 'shard-2'],
    ['adservice', 'cartservice'],
    ['db', 'web'],
    ['east', 'west'],
  ])('takes %s and %s for two words', (a, b) => {
    expect([isSpelledAlike(a, b), isSpelledAlike(b, a)]).toEqual([false, false]);
  });
});
