import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { findEntry, listEntries, toKeyText } from './findEntry.ts';
import { parseDocument } from './parseDocument.ts';
import { resolveAlias } from './resolveAlias.ts';
import type { SourceNode } from './SourceNode.ts';

const parse = (text: string) => parseDocument(text, { start: 0, end: text.length });

/** The plain value, merge keys and aliases resolved. */
const valueOf = (node: SourceNode): unknown => {
  const resolved = resolveAlias(node);
  if (resolved.type === 'scalar') return resolved.value;
  if (resolved.type === 'seq') return resolved.items.map(valueOf);
  return Object.fromEntries(listEntries(resolved).map(({ key, value }) => [toKeyText(key), valueOf(value)]));
};

const read = (text: string): unknown => {
  const { root, issues } = parse(text);
  expect(issues).toEqual([]);
  return root === null ? undefined : valueOf(root);
};

const firstIssue = (text: string): unknown => {
  const { root, issues } = parse(text);
  expect(root).toBeNull();
  const [issue] = issues;
  return issue && [issue.code, text.slice(0, issue.range.start).split('\n').length];
};

describe('what kubectl accepts is read', () => {
  it.each([
    ['lists in brackets indented with tabs', 'a: [\n\t\t"b",\n\t\t"c d"\n\t]\nb: 1\n', { a: ['b', 'c d'], b: 1 }],
    ['maps in braces indented with tabs', 'a: {\n\tb: c,\n\td:\te\n}\nb: 1\n', { a: { b: 'c', d: 'e' }, b: 1 }],
    ['brackets that close at the margin', 'x:\n  a: [\n1, # one\n2\n]\nb: 1\n', { x: { a: [1, 2] }, b: 1 }],
    ['quoted text that goes on at the margin', 'a: "foo\nbar"\nb: 2\n', { a: 'foo bar', b: 2 }],
    ['a blank line in quoted text at the margin', "a: 'it''s\n\nbar'\nb: 2\n", { a: "it's\nbar", b: 2 }],
    ['quoted text with a tab in it', 'x:\n  a: "foo\tx\n\tbar"\n', { x: { a: 'foo\tx bar' } }],
    ['JSON indented with tabs', '{\n\t"a": [1, true, null, "x\\ny"]\n}\n', { a: [1, true, null, 'x\ny'] }],
    ['JSON with a comment after it, which is YAML', '{"a": 1} # one\n', { a: 1 }],
    ['JSON that is only YAML', '{"a": 1, b: c,}\n', { a: 1, b: 'c' }],
    ['a byte order mark', '\uFEFFa: 1\nb: 2\n', { a: 1, b: 2 }],
    ['a byte order mark after comments', '# c\n\uFEFFa: 1\nb: 2\n', { a: 1, b: 2 }],
    ['CRLF', 'a: |\r\n  b\r\n  c\r\nd: e\r\n', { a: 'b\nc\n', d: 'e' }],
    ['an anchor that is set twice', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
    ['an alias as a key', 'a: &x k\n*x : 1\n', { a: 'k', k: 1 }],
    ['merge keys', 'a: &x {p: 1, q: 1}\nb:\n  <<: *x\n  q: 2\n', { a: { p: 1, q: 1 }, b: { p: 1, q: 2 } }],
    [
      'a list of merged maps, the earlier winning',
      'a: &x {p: 1}\nb: &y {p: 2, q: 2}\nc: {<<: [*x, *y]}\n',
      { a: { p: 1 }, b: { p: 2, q: 2 }, c: { p: 1, q: 2 } },
    ],
    ['keys that are numbers and booleans', '8080: a\non: b\n"on": c\n', { 8080: 'a', true: 'b', on: 'c' }],
    ['tags', 'a: !!str 80\nb: !!int "80"\nc: !other x\nd: ! 1\n', { a: '80', b: 80, c: 'x', d: '1' }],
    [
      'templates inside quotes and block scalars',
      'a: "{{ .X }}"\nb: |\n  {{ if .Y }}\nc: x {{ $l }}\n',
      {
        a: '{{ .X }}',
        b: '{{ if .Y }}\n',
        c: 'x {{ $l }}',
      },
    ],
    ['variables that are filled in later', 'a: ${NAME}\nb: x-${Y:=z}\n', { a: '${NAME}', b: 'x-${Y:=z}' }],
    ['lists at the indentation of their key', 'a:\n- 1\n-\n- b: 2\n', { a: [1, null, { b: 2 }] }],
    ['a pair inside brackets', 'a: [b: 1]\n', { a: [{ b: 1 }] }],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('has nothing to read in blank space, comments and directives', () => {
    expect(parse('\uFEFF# hello\n\n')).toEqual({ root: null, empty: true, issues: [] });
  });
});

describe('what kubectl rejects is reported where it is', () => {
  it.each([
    ['a tab before a key', 'a:\n\tb: 1\n', ['YAML_SYNTAX', 2]],
    ['a quote that is never closed', 'a: 1\nb: "x\nc: 2\n', ['YAML_SYNTAX', 2]],
    ['a bracket that is never closed', 'a: 1\nb: [1, 2\n', ['YAML_SYNTAX', 2]],
    ['a bracket that is never closed before the next key', 'a: 1\nb: [1, 2\nc: 3\n', ['YAML_SYNTAX', 2]],
    ['two pairs on a line', 'a: b: c\n', ['YAML_SYNTAX', 1]],
    ['a forbidden first character', 'a: 1\nb: @x\n', ['YAML_SYNTAX', 2]],
    ['an alias without an anchor', 'a: 1\nb: *x\n', ['YAML_SYNTAX', 2]],
    ['an alias inside its own value', 'a: &x\n  b: *x\n', ['ALIAS_CYCLE', 2]],
    ['a merge key with a text', 'a:\n  <<: b\n', ['YAML_SYNTAX', 2]],
    ['a map as a key', 'a: 1\n? {b: c}\n: d\n', ['YAML_SYNTAX', 2]],
    ['a template that is valid YAML', 'a: 1\nb: {{ X }}\n', ['HELM_TEMPLATE', 2]],
    ['a template that is not', 'a: 1\nb: {{ .X }}-web\n', ['HELM_TEMPLATE', 2]],
    ['template statements on lines of their own', 'a: 1\n{{- if .X }}\nb: 2\n{{- end }}\n', ['HELM_TEMPLATE', 2]],
    ['a template that breaks its quotes', 'a: "{{ printf "%s" .x }}"\n', ['HELM_TEMPLATE', 1]],
    ['an error elsewhere beside templates in a block scalar', 'a: |\n  {{ if .Y }}\nb: c: d\n', ['YAML_SYNTAX', 3]],
  ])('%s', (_, text, issue) => {
    expect(firstIssue(text)).toEqual(issue);
  });

  it('says of a key that is written twice that the last one counts', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const { root, issues } = parse(text);
    expect(root?.type === 'map' && findEntry(root, 'a')?.value).toMatchObject({ value: 3 });
    expect(issues).toMatchObject([{ code: 'DUPLICATE_KEY', severity: 'warning', args: { key: 'a' } }]);
    expect(issues[0]?.range).toEqual({ start: 10, end: 11 });
    expect(parse('{"a": 1, "a": 2}').issues).toMatchObject([{ code: 'DUPLICATE_KEY' }]);
  });
});

describe('hostile documents', () => {
  it.each([
    ['[', 5000],
    ['{"a":', 5000],
    ['- ', 5000],
    ['a: {', 5000],
  ])('nested %j %i deep are refused', (opening, depth) => {
    expect(parse(opening.repeat(depth)).issues).toMatchObject([{ code: 'NESTING_TOO_DEEP', severity: 'error' }]);
  });

  it.each([
    ['short', 'kind: Pod\rmetadata:\r  name: a\r', 9],
    ['long', `kind: Pod\r${`a:${' '.repeat(300)}1\r`.repeat(200)}`, 9],
    ['in some lines only', 'kind: Pod\r\nmetadata:\n  name: a\r  namespace: b\n', 30],
  ])('whose lines end with a carriage return alone are refused for that: %s', (_, text, start) => {
    expect(parse(text)).toMatchObject({
      root: null,
      empty: false,
      issues: [{ range: { start, end: start + 1 }, args: { message: expect.stringContaining('carriage') as string } }],
    });
  });

  it('nested 201 deep and closed are refused, 100 deep are read', () => {
    expect(parse('['.repeat(250) + ']'.repeat(250)).issues).toMatchObject([{ code: 'NESTING_TOO_DEEP' }]);
    expect(parse('['.repeat(100) + ']'.repeat(100)).issues).toEqual([]);
  });

  it('are refused when aliases make them many times as long as they are written, as kubectl refuses them', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const { root, issues } = parse(`a0: &a0 lol\n${lines.join('\n')}\n`);
    expect(root).toBeNull();
    expect(issues).toMatchObject([
      { code: 'YAML_SYNTAX', args: { message: expect.stringContaining('aliases') as string } },
    ]);
  });

  it('are read when they repeat one long list often', () => {
    const list = Array.from({ length: 50 }, (_, i) => `i${i}`).join(', ');
    const { root, issues } = parse(
      `a: &a [${list}]\n${Array.from({ length: 60 }, (_, i) => `b${i}: *a`).join('\n')}\n`,
    );
    expect(issues).toEqual([]);
    expect(root).toMatchObject({ type: 'map' });
  });

  it.each([
    ['lists', (i: number) => `[*a${i}]`],
    ['merge keys', (i: number) => `{<<: *a${i}}`],
  ])('nested too deep by aliases in %s are refused', (_, refer) => {
    const lines = Array.from({ length: 1_000 }, (__, i) => `a${i + 1}: &a${i + 1} ${refer(i)}`);
    expect(firstIssue(`a0: &a0 {k: 0}\n${lines.join('\n')}\n`)).toEqual(['NESTING_TOO_DEEP', 200]);
  });

  it('are read when a text in JSON is as long as a file can be', () => {
    for (const piece of ['x', 'x\n"']) {
      const text = piece.repeat(6_000_000);
      expect(read(JSON.stringify({ a: text }))).toEqual({ a: text });
    }
  });

  it('stay linear when merge keys do', () => {
    const lines = Array.from({ length: 5 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], k${i}: 1}`);
    const { root } = parse(`a0: &a0 {k: 0}\n${lines.join('\n')}\n`);
    const last = root?.type === 'map' ? findEntry(root, 'a5')?.value : undefined;
    expect(last?.type === 'map' ? listEntries(last) : []).toHaveLength(6);
  });
});

describe('ranges', () => {
  const text = yaml`
    # top
    kind: Pod # what
    metadata: &m
      name: "web"   # who
      labels: {app: 'it''s', tier: [a, b]}
    empty:
    list:
      - one
      # between
      - two: 2

    script: |
      echo
      done

    # end
    again: *m
  `;
  const { root } = parse(text);
  const at = (...keys: readonly string[]): string => {
    let node: SourceNode | undefined = root ?? undefined;
    for (const key of keys) node = node?.type === 'map' ? findEntry(node, key)?.value : undefined;
    return node === undefined ? 'nowhere' : text.slice(node.range.start, node.range.end);
  };

  it('cover the characters of a value, without comments, anchors and blank space', () => {
    expect(at('kind')).toBe('Pod');
    expect(at('metadata', 'name')).toBe('"web"');
    expect(at('metadata', 'labels')).toBe("{app: 'it''s', tier: [a, b]}");
    expect(at('metadata', 'labels', 'tier')).toBe('[a, b]');
    expect(at('metadata')).toBe(`name: "web"   # who\n  labels: {app: 'it''s', tier: [a, b]}`);
    expect(at('list')).toBe('- one\n  # between\n  - two: 2');
    expect(at('script')).toBe('|\n  echo\n  done');
    expect(at('again')).toBe('*m');
    expect(at()).toBe(text.slice(text.indexOf('kind'), -1));
  });

  it('are empty, right after the colon, where nothing is written', () => {
    expect(at('empty')).toBe('');
    const entry = root?.type === 'map' ? findEntry(root, 'empty') : null;
    expect(entry?.value.range.start).toBe(text.indexOf('empty:') + 'empty:'.length);
  });

  it('count in the file, wherever the document stands in it', () => {
    const file = `a: 1\n---\n${text}`;
    const second = parseDocument(file, { start: 9, end: file.length });
    const kind = second.root?.type === 'map' ? findEntry(second.root, 'kind') : null;
    expect(kind && file.slice(kind.range.start, kind.range.end)).toBe('kind: Pod');
    const json = `a: 1\n---\n{"kind": "Pod"}\n---\n{}\n`;
    const middle = parseDocument(json, { start: 9, end: 25 });
    const pod = middle.root?.type === 'map' ? findEntry(middle.root, 'kind') : null;
    expect(pod && json.slice(pod.range.start, pod.range.end)).toBe('"kind": "Pod"');
  });
});
