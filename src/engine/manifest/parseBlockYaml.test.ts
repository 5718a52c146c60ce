import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { yaml } from '../../testing/yaml.ts';
import { parseBlockYaml } from './parseBlockYaml.ts';
import { parseWithLibrary } from './parseDocument.ts';
import { findContent, splitDocuments } from './splitDocuments.ts';

/** What the quick reader and the library make of each document of a text; only documents that the quick one takes. */
function compare(text: string): { quick: number; all: number } {
  let quick = 0;
  let all = 0;
  for (const document of splitDocuments(text)) {
    const start = findContent(text, document);
    if (start === null) continue;
    all += 1;
    const range = { start, end: document.end };
    const read = parseBlockYaml(text, range);
    if (read === null) continue;
    quick += 1;
    expect({ ...read, empty: false }).toEqual(parseWithLibrary(text, range));
  }
  return { quick, all };
}

const takes = (text: string): void => expect(compare(text)).toEqual({ quick: 1, all: 1 });
const leaves = (text: string): void => expect(compare(text)).toEqual({ quick: 0, all: 1 });

describe('the quick reader', () => {
  it.each([
    ['maps and lists, indented or not', 'a:\n  b: 1\nl:\n- x\n- y: 2\n  z: 3\nm:\n  - - p\n    - q\n'],
    ['values that are missing', 'a:\nb:\n  c:  \n  d: # none\ne:   # none\n\nl:\n-\n- \n- # none\n-\n  x: 1\n'],
    ['comments everywhere', '# top\na: 1 # one\n\n# between\nb: # none\n  # inside\n  c: d\n# end\n'],
    ['numbers, booleans and nulls as kubectl reads them', 'a: 0777\nb: yes\nc: ~\nd: 1_000\ne: .5\nf: "no"\n'],
    ['quotes', `a: 'it''s'\nb: "tab\\tand \\"quote\\""\n"quoted key": 1\n'k': v\n`],
    ['quotes over several lines', 'a: "one\n  two\\\n  three"\nb: \'x\n\n  y\'\nc: 1\n'],
    ['plain scalars over several lines', 'args:\n- one two\n  three\n- four\nnote: a\n  b\n  c\nz: 1\n'],
    ['literal blocks', 'a: |\n  one\n    two\n\n  three\nb: |-\n  x\nc: |+\n  y\n\nd: 1\n'],
    ['empty flow collections', 'a: {}\nb: []\nc: {} # none\n'],
    ['keys with brackets and quotes', 'f:metadata:\n  k:{"type":"Ready"}:\n    .: {}\n  v:"10.0.0.1": {}\n'],
    ['keys written twice', 'a: 1\nb: 2\na: 3\n'],
    ['Windows line ends', 'a: |\r\n  one\r\n  two\r\nb:\r\n- x\r\n- y # c\r\n'],
    ['signs inside plain scalars', 'a: -1\nb: :x\nc: a#b\nd: x:y\ne: http://h/p?q=[1]{2}\nf: ?x\n'],
    ['no newline at the end', 'a: 1\nb:\n  - c'],
    ['no-break spaces, which are text', 'a: web\u00a0\nb: |\n  x\u00a0\n\u00a0c: 1\nl:\n- d\u00a0 # e\n'],
    ['an indented document', '  a: 1\n  b: 2\n'],
  ])('reads %s as the library does', (_, text) => takes(text));

  it.each([
    ['anchors, aliases and merge keys', 'a: &x\n  b: 1\nc: *x\n'],
    ['tags', 'a: !!str 1\n'],
    ['flow collections', 'a: [1, 2]\n'],
    ['folded blocks', 'a: >\n  b\n'],
    ['literal blocks with an indentation of their own', 'a: |2\n    b\n'],
    ['explicit keys', '? a\n: b\n'],
    ['tabs', 'a:\tb\n'],
    ['a single scalar', 'just text\n'],
    ['a value with a second colon', 'a: b: c\n'],
    ['a key that is too deep', 'a: 1\n  b: 2\n'],
    ['a list among the entries of a map', 'a: 1\n- b\n'],
    ['a quote that is not closed', 'a: "b\nc: d\n'],
    ['text behind a quote', 'a: "b" c\n'],
    ['a template', 'a: {{ .Values.x }}\n'],
    ['escapes that JSON does not have', 'a: "\\x41"\n'],
    ['a blank line inside a plain scalar', 'a: b\n\n  c\n'],
  ])('leaves %s to the library', (_, text) => leaves(text));

  it('says what the library says of damaged manifests, or leaves them to it', () => {
    const signs = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '- ',
      '-',
      '#',
      ' #',
      '"',
      "'",
      '|',
      '{',
      '}',
      '[',
      'a',
      '1',
      '\t',
      '\r',
      '\\',
      '&',
      '*',
      '!',
      '?',
      ',',
      '---\n',
      '~',
      '\u00a0',
    );
    const damage = fc.array(
      fc.record({ at: fc.nat(kubectlOutput.length), take: fc.nat(4), put: fc.array(signs, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 4 },
    );
    let quick = 0;
    fc.assert(
      fc.property(damage, (wounds) => {
        let text = kubectlOutput;
        for (const { at, take, put } of wounds) text = text.slice(0, at) + put.join('') + text.slice(at + take);
        quick += compare(text).quick;
      }),
      propertyParameters(1500),
    );
    expect(quick).toBeGreaterThan(100);
  });

  it('reads what kubectl writes', () => takes(kubectlOutput));
});

const kubectlOutput = yaml`
  apiVersion: v1
  items:
  - apiVersion: v1
    kind: Pod
    metadata:
      annotations:
        kubectl.kubernetes.io/last-applied-configuration: |
          {"apiVersion":"v1","kind":"Pod"}
      labels:
        app: web
      managedFields:
      - fieldsType: FieldsV1
        fieldsV1:
          f:spec:
            f:containers:
              k:{"name":"web"}:
                .: {}
                f:args: {}
    spec:
      containers:
      - args:
        - --listen=0.0.0.0:8080
        ports:
        - containerPort: 8080
          protocol: TCP
  kind: List
  metadata:
    resourceVersion: ""
`;

const corpus = '../shared/corpus';

describe.skipIf(!existsSync(corpus))('over real manifests (skipped without ../shared/corpus)', () => {
  it('the quick reader says what the library says', { timeout: 120_000 }, () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => /\.ya?ml$/.test(path));
    let quick = 0;
    let all = 0;
    for (const file of files) {
      const text = readFileSync(join(corpus, file), 'utf8');
      if (text.length > 300_000) continue;
      const counts = compare(text);
      quick += counts.quick;
      all += counts.all;
    }
    expect(all).toBeGreaterThan(1000);
    expect(quick / all).toBeGreaterThan(0.5);
  });
});
