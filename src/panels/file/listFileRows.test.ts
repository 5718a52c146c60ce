import { describe, expect, it } from 'vitest';
import { toFilePath, type DocumentView, type Problem } from '../../engine/index.ts';
import { listFileRows } from './listFileRows.ts';

const web = toFilePath('base/web.yaml');
const policies = toFilePath('policies.yaml');
const document = (file: DocumentView['file'], status: DocumentView['status']): DocumentView => ({
  file,
  index: 0,
  range: { start: 0, end: 0 },
  status,
  first: null,
  objectCount: 0,
});
const problem = (severity: Problem['severity']): Problem => ({
  code: 'YAML_SYNTAX',
  severity,
  at: { file: web, start: 0, end: 0 },
  args: {},
});

describe('the rows of the files', () => {
  const rows = listFileRows(
    [
      { path: web, text: 'a: 2', original: 'a: 1' },
      { path: policies, text: 'b', original: null },
    ],
    [document(web, 'stale'), document(web, 'ok'), document(web, 'empty')],
    [problem('error'), problem('warning'), problem('info')],
  );

  it('say how their documents are and count problems', () => {
    expect(rows[0]).toMatchObject({
      folder: 'base/',
      name: 'web.yaml',
      documents: 2,
      stale: 1,
      broken: 0,
      errors: 1,
      warnings: 1,
    });
  });

  it('tell changed files from those made here', () => {
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'new']);
  });
});
