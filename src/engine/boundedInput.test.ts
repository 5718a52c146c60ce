import { describe, expect, it } from 'vitest';
import { readWorkspace } from '../testing/readWorkspace.ts';
import type { ReadWorkspace } from '../testing/readWorkspace.ts';
import { maxProblems } from './manifest/createProblemCollector.ts';
import { createLineIndex, toLineColumn } from './manifest/createLineIndex.ts';
import { formatProblem } from './report/formatProblem.ts';

const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n`;
const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const policy = (spec: string, name = 'p'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n${spec}`;

/** `monster` between two pods of its file and beside another file. */
const readBeside = (monster: string): ReadWorkspace =>
  readWorkspace([
    { path: 'a.yaml', text: `${pod('before')}---\n${monster}\n---\n${pod('after')}` },
    { path: 'b.yaml', text: pod('beside') },
  ]);

/** `code line:column`, and that everything around is read; a monster has few problems. */
const problemsOf = (monster: string): readonly string[] => {
  const { manifests, policies } = readBeside(monster);
  const names = manifests.objects.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['before', 'after', 'beside']));
  const problems = [...manifests.problems, ...policies.problems].filter(
    ({ code }) => code !== 'NAMESPACE_NOT_DESCRIBED',
  );
  expect(problems.length).toBeLessThanOrEqual(maxProblems + 1);
  const index = createLineIndex(manifests.files[0]!.source.text);
  return problems.map(({ code, at }) => {
    const { line, column } = toLineColumn(index, at.start);
    return `${code} ${line}:${column}`;
  });
};

const doublings = (count: number): string =>
  `a0: &a0 {k: v}\n${repeat(count, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}`;
const merges = (count: number): string =>
  `a0: &a0 {k: v}\n${repeat(count, (i) => `a${i + 1}: &a${i + 1}\n  <<: [*a${i}, *a${i}]\n  k${i}: 1\n`)}`;

describe('what is too much is said where it stands and harms nothing around it', { timeout: 60_000 }, () => {
  it.each([
    ['an alias inside its own value', 'a: &a\n  b: *a\n', 'ALIAS_CYCLE 7:6'],
    ['thirty doublings by aliases', doublings(30), 'YAML_SYNTAX 15:10'],
    ['thirty doublings by merge keys', merges(30), 'YAML_SYNTAX 32:8'],
    ['a hundred thousand levels of [', '['.repeat(100_000), 'NESTING_TOO_DEEP'],
    ['a hundred thousand levels of [ ]', '['.repeat(100_000) + ']'.repeat(100_000), 'NESTING_TOO_DEEP'],
    ['a hundred thousand levels of JSON', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), 'NESTING_TOO_DEEP'],
    ['a hundred thousand open { of YAML', '{a: '.repeat(100_000), 'NESTING_TOO_DEEP'],
    ['two thousand indented levels', repeat(2000, (i) => `${' '.repeat(i)}a:\n`), 'NESTING_TOO_DEEP'],
    ['a hundred thousand dashes', '- '.repeat(100_000) + 'x', 'NESTING_TOO_DEEP'],
  ])('%s', (_, monster, expected) => {
    const problems = problemsOf(monster);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it.each([
    ['one line of a megabyte', `a: ${'x'.repeat(1_000_000)}`],
    ['one quoted line of a megabyte', `a: "${'x'.repeat(1_000_000)}"`],
    ['a megabyte of backslashes', `a: "${'\\\\'.repeat(500_000)}"`],
  ])('%s is no Kubernetes object and no more', (_, monster) => {
    expect(problemsOf(monster)).toEqual(['NOT_KUBERNETES 6:1']);
  });

  it('a hundred thousand labels are read, and a hundred thousand wrong ones are not told of one by one', () => {
    const labels = (value: string): string =>
      `${pod('monster')}  labels:\n${repeat(100_000, (i) => `    l${i}: ${value}\n`)}`;
    expect(problemsOf(labels('v'))).toEqual([]);
    const wrong = problemsOf(labels('yes'));
    expect(wrong).toHaveLength(maxProblems + 1);
    expect(wrong.at(-1)).toBe('PROBLEMS_OMITTED 111:11');
  });

  it('a selector of a hundred thousand values and a policy of ten thousand excepts count', () => {
    const values = repeat(100_000, (i) => `      - v${i}\n`);
    const selector = `  podSelector:\n    matchExpressions:\n    - key: a\n      operator: In\n      values:\n${values}`;
    expect(problemsOf(policy(selector))).toEqual([]);
    const excepts = repeat(10_000, (i) => `        - 10.${i >> 8}.${i & 255}.0/32\n`);
    const block = `  ingress:\n  - from:\n    - ipBlock:\n        cidr: 0.0.0.0/0\n        except:\n${excepts}`;
    expect(problemsOf(policy(block))).toEqual([]);
    expect(readBeside(policy(block)).policies.tiers[0]?.policies).toHaveLength(1);
  });

  it('a policy of many unknown fields tells of the first ones', () => {
    const unknown = policy(repeat(10_000, (i) => `  unknown${i}: v\n`));
    expect(problemsOf(unknown)).toHaveLength(maxProblems + 1);
  });

  it('ten thousand policies of one namespace are read, and one edit reads one', () => {
    const text = repeat(
      10_000,
      (i) => `${policy(`  podSelector:\n    matchLabels:\n      app: a${i}\n`, `p${i}`)}---\n`,
    );
    const first = readWorkspace([{ path: 'a.yaml', text }]);
    expect(first.policies.tiers[0]?.policies).toHaveLength(10_000);
    const again = readWorkspace([{ path: 'a.yaml', text: text.replace('app: a5000\n', 'app: b5000\n') }], first);
    const others = again.policies.tiers[0]?.policies.filter(
      (it, index) => it !== first.policies.tiers[0]?.policies[index],
    );
    expect(others?.map(({ name }) => name)).toEqual(['p5000']);
  });

  it('a hundred thousand documents in a file are read one by one', () => {
    const { manifests } = readWorkspace([
      { path: 'a.yaml', text: `${repeat(50_000, () => 'a\n---\n')}${'---\n'.repeat(50_000)}` },
    ]);
    expect(manifests.files[0]?.documents).toHaveLength(100_001);
    expect(manifests.problems).toHaveLength(50_000);
  });
});

describe('a word or number where text belongs', () => {
  it.each([
    ['app: yes', 'metadata.labels.app must be a string, not the boolean “yes”; put it in quotes: "yes".'],
    ['version: 1.0', 'metadata.labels.version must be a string, not the number “1.0”; put it in quotes: "1.0".'],
    ['on: "true"', null],
  ])('%s', (label, sentence) => {
    const { manifests } = readWorkspace([{ path: 'a.yaml', text: `${pod('x')}  labels: {${label}}\n` }]);
    const [problem] = manifests.problems.filter(({ code }) => code === 'FIELD_TYPE');
    expect(problem === undefined ? null : formatProblem(problem)).toBe(sentence);
    expect(manifests.objects).toHaveLength(sentence === null ? 1 : 0);
  });

  it('is said of a policy’s selector with what to write', () => {
    const text = policy('  podSelector: {matchLabels: {app: yes}}\n');
    const { policies } = readWorkspace([{ path: 'a.yaml', text }]);
    expect(policies.problems.map(formatProblem)).toEqual([
      'default/NetworkPolicy/p is left out of the evaluation, since Kubernetes would reject it: ' +
        'spec.podSelector.matchLabels.app must be a string, not the boolean “yes”; put it in quotes: "yes".',
    ]);
  });
});
