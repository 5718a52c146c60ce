import { describe, expect, it } from 'vitest';
import { toFilePath, type Problem } from '../../engine/index.ts';
import type { ProblemOrHint } from './ProblemOrHint.ts';
import { listProblemRows } from './listProblemRows.ts';

const problem = (file: string, severity: Problem['severity'], start: number): Problem => ({
  code: 'FIELD_VALUE',
  severity,
  at: { file: toFilePath(file), start, end: start + 1 },
  args: {},
});

describe('the rows of the problems', () => {
  const problems = [problem('a.yaml', 'warning', 6), problem('b.bin', 'error', 0), problem('a.yaml', 'info', 0)];
  const options = {
    texts: new Map([['a.yaml', 'k: v\n  x']]),
    toSentence: ({ severity }: ProblemOrHint) => `a ${severity}`,
  };

  it('stand by file, the worst file first, in the order of the text', () => {
    const rows = listProblemRows(problems, { ...options, closed: new Set() });
    expect(rows.map(({ label }) => label)).toEqual([
      'b.bin',
      'error: a error',
      'a.yaml',
      'info: a info',
      'warning: a warning',
    ]);
  });

  it('name line and column where there is text', () => {
    const rows = listProblemRows(problems, { ...options, closed: new Set() });
    expect(rows.flatMap((row) => (row.type === 'problem' ? [row.place] : []))).toEqual([null, '1:1', '2:2']);
  });

  it('keep the counts of a closed file', () => {
    const rows = listProblemRows(problems, { ...options, closed: new Set(['a.yaml', 'b.bin']) });
    expect(rows).toMatchObject([{ errors: 1 }, { warnings: 1, infos: 1 }]);
  });
});
