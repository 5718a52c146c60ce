import { describe, expect, it } from 'vitest';
import { toFilePath } from '../../engine/index.ts';
import { searchFiles } from './searchFiles.ts';

const files = [
  { path: toFilePath('a.yaml'), text: 'kind: Pod\r\n  app: web # App\r\n' },
  { path: toFilePath('b.yaml'), text: 'x: 1\n' },
  { path: toFilePath('c.yaml'), text: 'app.kubernetes.io/name: a' },
];

describe('finding words in all files', () => {
  it('shows each place with its line, whatever the case', () => {
    const { files: found, count } = searchFiles(files, 'app', 10);
    expect(count).toBe(3);
    expect(
      found.map(({ file, matches }) => [
        file,
        matches.map(({ line, before, match, after }) => [line, before, match, after]),
      ]),
    ).toEqual([
      [
        'a.yaml',
        [
          [2, '', 'app', ': web # App'],
          [2, 'app: web # ', 'App', ''],
        ],
      ],
      ['c.yaml', [[1, '', 'app', '.kubernetes.io/name: a']]],
    ]);
  });

  it('takes every sign as it is', () => {
    expect(searchFiles(files, 'app.k', 10).count).toBe(1);
    expect(searchFiles(files, '.*', 10).count).toBe(0);
  });

  it('stops at the limit and says so', () => {
    expect(searchFiles(files, 'app', 2)).toMatchObject({ count: 2, cut: true });
    expect(searchFiles(files, '', 2)).toMatchObject({ count: 0, cut: false });
  });
});
