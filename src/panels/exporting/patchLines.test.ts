import { describe, expect, it } from 'vitest';
import { patchLines } from './patchLines.ts';

describe('a patch for reading', () => {
  it('has its lines marked and numbered', () => {
    const patch = [
      'diff --git a/p.yaml b/p.yaml',
      '--- a/p.yaml',
      '+++ b/p.yaml',
      '@@ -4,2 +4,2 @@',
      ' a',
      '-b',
      '+c',
      '',
    ].join('\n');
    expect(patchLines(patch).map(({ type, line, text }) => [type, line, text])).toEqual([
      ['gap', null, 'diff --git a/p.yaml b/p.yaml'],
      ['gap', null, '--- a/p.yaml'],
      ['gap', null, '+++ b/p.yaml'],
      ['gap', null, '@@ -4,2 +4,2 @@'],
      ['context', 4, 'a'],
      ['removed', 5, 'b'],
      ['added', 5, 'c'],
    ]);
  });

  it('is empty when nothing changed', () => {
    expect(patchLines('')).toEqual([]);
  });
});
