import { describe, expect, it } from 'vitest';
import { parseDocument } from './parseDocument.ts';
import type { Problem } from './Problem.ts';
import { readLabelSelector } from './readLabelSelector.ts';
import { toFilePath } from './SourceFile.ts';

const read = (text: string) => {
  const problems: Problem[] = [];
  const { root } = parseDocument(text, { start: 0, end: text.length });
  const context = {
    file: toFilePath('a.yaml'),
    path: 'selector',
    report: (problem: Problem) => problems.push(problem),
  };
  const selector = readLabelSelector(root, context)?.selector ?? null;
  return {
    selector,
    problems: problems.map(({ code, severity, at, args }) => [
      `${code} ${severity}`,
      args['field'],
      text.slice(at.start, at.end),
    ]),
  };
};

describe('a label selector', () => {
  it('is read with all four operators', () => {
    const { selector, problems } = read(
      '{matchLabels: {app: web, "8080": ""}, matchExpressions: [{key: a/b, operator: In, values: [x, "1"]}, {key: c, operator: NotIn, values: [z]}, {key: d, operator: Exists}, {key: e, operator: DoesNotExist, values: []}]}',
    );
    expect(problems).toEqual([]);
    expect(selector).toEqual({
      matchLabels: { app: 'web', 8080: '' },
      matchExpressions: [
        { key: 'a/b', operator: 'In', values: ['x', '1'] },
        { key: 'c', operator: 'NotIn', values: ['z'] },
        { key: 'd', operator: 'Exists', values: [] },
        { key: 'e', operator: 'DoesNotExist', values: [] },
      ],
    });
  });

  it('is empty when it is an empty map, and none when it is null', () => {
    expect(read('{}')).toEqual({ selector: { matchLabels: {}, matchExpressions: [] }, problems: [] });
    expect(read('~')).toEqual({ selector: null, problems: [] });
  });

  it.each([
    ['[]', ['FIELD_TYPE error', 'selector', '[]']],
    ['{matchLabels: {a: yes}}', ['FIELD_TYPE error', 'selector.matchLabels.a', 'yes']],
    ['{matchLabels: {a: 1}}', ['FIELD_TYPE error', 'selector.matchLabels.a', '1']],
    ['{matchLabels: {-a: x}}', ['FIELD_VALUE error', 'selector.matchLabels.-a', '-a']],
    ['{matchLabels: {a/b/c: x}}', ['FIELD_VALUE error', 'selector.matchLabels.a/b/c', 'a/b/c']],
    ['{matchLabels: {a: x_}}', ['FIELD_VALUE error', 'selector.matchLabels.a', 'x_']],
    [
      '{matchExpressions: [{key: a, operator: In}]}',
      ['FIELD_VALUE error', 'selector.matchExpressions[0].values', '{key: a, operator: In}'],
    ],
    [
      '{matchExpressions: [{key: a, operator: Exists, values: [b]}]}',
      ['FIELD_VALUE error', 'selector.matchExpressions[0].values', '{key: a, operator: Exists, values: [b]}'],
    ],
    [
      '{matchExpressions: [{key: a, operator: Gt, values: ["1"]}]}',
      ['FIELD_VALUE error', 'selector.matchExpressions[0].operator', '{key: a, operator: Gt, values: ["1"]}'],
    ],
    [
      '{matchExpressions: [{key: "", operator: Exists}]}',
      ['FIELD_VALUE error', 'selector.matchExpressions[0].key', '{key: "", operator: Exists}'],
    ],
    [
      '{matchExpressions: [{key: a, operator: In, values: ["a b"]}]}',
      ['FIELD_VALUE error', 'selector.matchExpressions[0].values[0]', '"a b"'],
    ],
  ])('%s is rejected', (text, problem) => {
    expect(read(text)).toEqual({ selector: null, problems: [problem] });
  });

  it('takes a misspelled field for absent, and says so', () => {
    const { selector, problems } = read('{matchLabel: {a: b}}');
    expect(selector).toEqual({ matchLabels: {}, matchExpressions: [] });
    expect(problems).toEqual([['FIELD_UNKNOWN warning', 'selector.matchLabel', 'matchLabel']]);
  });
});
