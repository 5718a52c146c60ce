import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { detectTextStyle } from './detectTextStyle.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { planDocumentChanges } from './planDocumentChanges.ts';
import type { EmptySequence, TreeChange } from './TreeChange.ts';

const rule = { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ protocol: 'TCP', port: 8080 }] };

const readDocument = (text: string, index = 0): ManifestDocument => {
  const range = splitDocuments(text)[index]!;
  const { root } = parseDocument(text, range);
  const status = root === null ? 'broken' : 'ok';
  return {
    file: toFilePath('a.yaml'),
    index,
    range,
    status,
    root,
    isFlow: false,
    objects: [],
    problems: [],
    tree: null,
  };
};

const specOf = (root: SourceNode): SourceMap => {
  if (root.type !== 'map') throw new Error('a map');
  const items = findOwnEntry(root, 'items')?.value;
  if (items?.type === 'seq') return specOf(items.items[0]!);
  const spec = findOwnEntry(root, 'spec')?.value;
  if (spec?.type === 'alias') return spec.target as SourceMap;
  if (spec?.type !== 'map') throw new Error('a spec');
  return spec;
};

const change = (text: string, make: (spec: SourceMap) => TreeChange, index = 0): string => {
  const document = readDocument(text, index);
  const root = document.root!;
  const style = detectTextStyle(text, [specOf(root), root]);
  const planned = planDocumentChanges(text, document, { changes: [make(specOf(root))], style });
  return planned.ok ? applyTextEdits(text, planned.edits)! : planned.reason;
};

const addRule = (text: string, index = 0): string =>
  change(text, (map) => ({ type: 'addItems', map, key: 'ingress', items: [rule] }), index);

const removeRules = (text: string, positions: number[], whenEmpty: EmptySequence = 'empty', index = 0): string =>
  change(text, (map) => ({ type: 'removeItems', map, key: 'ingress', positions, whenEmpty }), index);

describe('adding an item to a sequence', () => {
  it('writes it below the last one, in the columns of the document', () => {
    const text = yaml`
      spec:
          podSelector: {}
          ingress:
          -   from:
              -   podSelector: {} # everyone here
              ports: [{port: 80}] # the door
          # what follows stays

          policyTypes:
          - Ingress
    `;
    expect(addRule(text)).toBe(yaml`
      spec:
          podSelector: {}
          ingress:
          -   from:
              -   podSelector: {} # everyone here
              ports: [{port: 80}] # the door
          -   from:
              -   podSelector:
                      matchLabels:
                          app: web
              ports:
              -   protocol: TCP
                  port: 8080
          # what follows stays

          policyTypes:
          - Ingress
    `);
  });

  it('leaves comments that belong to the item above with that item', () => {
    const text =
      'spec:\n  podSelector: {}\n  ingress:\n    - from: []\n      # about the rule above\n    # about nothing\n';
    expect(addRule(text)).toContain('      # about the rule above\n    - from:\n');
  });

  it('makes the key when it is missing, fills it when it is empty or null', () => {
    const written = '    - from:\n        - podSelector:\n            matchLabels:\n              app: web\n';
    expect(addRule('spec:\n  podSelector: {}\n')).toContain(`spec:\n  podSelector: {}\n  ingress:\n${written}`);
    expect(addRule('spec:\n  podSelector: {}\n  ingress: [] # none\n')).toContain(`  ingress: # none\n${written}`);
    expect(addRule('spec:\n  podSelector: {}\n  ingress:\n')).toContain(`  ingress:\n${written}`);
    expect(addRule('spec:\n  podSelector: {}\n  ingress: null\n')).toContain(`  ingress:\n${written}`);
  });

  it('writes flow style inside flow collections', () => {
    expect(addRule('spec: {podSelector: {}, ingress: [{from: []}]}\n')).toBe(
      'spec: {podSelector: {}, ingress: [{from: []}, ' +
        '{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{protocol: TCP, port: 8080}]}]}\n',
    );
  });

  it('writes JSON with its own indentation into JSON', () => {
    const text = JSON.stringify({ spec: { podSelector: {}, ingress: [{}] } }, null, '\t');
    const expected = JSON.stringify({ spec: { podSelector: {}, ingress: [{}, rule] } }, null, '\t');
    expect(addRule(text)).toBe(expected);
    const dense = JSON.stringify({ spec: { podSelector: {}, ingress: [] } });
    expect(addRule(dense)).toBe(JSON.stringify({ spec: { podSelector: {}, ingress: [rule] } }));
    const empty = JSON.stringify({ spec: { podSelector: {} } }, null, 4);
    expect(addRule(empty)).toBe(
      JSON.stringify({ spec: { podSelector: {}, ingress: [rule] } }, null, 4).replace(
        '"podSelector": {}',
        '"podSelector": {}',
      ),
    );
  });

  it('quotes every string where the document does', () => {
    expect(addRule('"spec":\n  "podSelector":\n    "matchLabels":\n      "a": "b"\n      "c": "d"\n')).toContain(
      '            "matchLabels":\n              "app": "web"\n',
    );
  });

  it('refuses a node that another place refers to', () => {
    expect(addRule('base: &base\n  ingress: []\nspec: *base\n')).toBe('ALIASED');
    expect(addRule('spec: &base\n  ingress: []\nother: *base\n')).toBe('ALIASED');
    expect(addRule('base: &base\n  ingress: []\nspec:\n  <<: *base\n')).toBe('ALIASED');
    expect(addRule('spec: &unused\n  podSelector: {}\n')).toContain('app: web');
  });

  it('refuses what it can not change without touching more', () => {
    expect(addRule('spec:\n  podSelector: {}\n  ingress: [ # none\n  ]\n')).toBe('UNVERIFIED');
    expect(addRule('spec:\n  podSelector: {}\n  ingress: soon\n')).toBe('UNVERIFIED');
    expect(addRule('spec:\n  note: |+\n    the blank line counts\n\n')).toBe('UNVERIFIED');
  });
});

describe('removing items from a sequence', () => {
  const text = yaml`
    spec:
      ingress:
      # the first
      # of three
      - from: []   # one

      # not about the second

      # about the second
      - from: []   # two
        # inside the second
      - from: []   # three
      # left alone
      podSelector: {}
  `;

  it('takes the comments directly above along and leaves everything else', () => {
    expect(removeRules(text, [0])).toBe(text.replace(/ {2}# the first\n.*\n.*# one\n/, ''));
    expect(removeRules(text, [1])).toBe(text.replace(/ {2}# about the second\n.*# two\n/, ''));
    expect(removeRules(text, [2])).toBe(text.replace(/ {2}- from: \[\] {3}# three\n/, ''));
    expect(removeRules(text, [0, 2])).toBe(
      text.replace(/ {2}# the first\n.*\n.*# one\n/, '').replace(/.*# three\n/, ''),
    );
  });

  it('leaves an explicit empty sequence, no key, or a key without value', () => {
    const one = 'spec:\n  ingress: # rules\n    - from: []\n  podSelector: {}\n';
    expect(removeRules(one, [0])).toBe('spec:\n  ingress: [] # rules\n  podSelector: {}\n');
    expect(removeRules(one, [0], 'absent')).toBe('spec:\n  podSelector: {}\n');
    expect(removeRules(one, [0], 'null')).toBe('spec:\n  ingress: # rules\n  podSelector: {}\n');
  });

  it('takes commas along in flow collections', () => {
    const flow = 'spec: { ingress: [ {from: []}, {ports: []}, {} ] }\n';
    expect(removeRules(flow, [0])).toBe('spec: { ingress: [ {ports: []}, {} ] }\n');
    expect(removeRules(flow, [1])).toBe('spec: { ingress: [ {from: []}, {} ] }\n');
    expect(removeRules(flow, [2])).toBe('spec: { ingress: [ {from: []}, {ports: []} ] }\n');
    expect(removeRules(flow, [0, 2])).toBe('spec: { ingress: [ {ports: []} ] }\n');
    expect(removeRules(flow, [0, 1, 2])).toBe('spec: { ingress: [] }\n');
  });

  it('refuses to take an anchor away that is needed elsewhere', () => {
    expect(removeRules('spec:\n  ingress:\n  - &a {}\n  - *a\n', [0])).toBe('ALIASED');
    expect(removeRules('spec:\n  ingress:\n  - &a {}\n  - *a\n', [1])).toBe('spec:\n  ingress:\n  - &a {}\n');
  });
});

/** Forms of a document's `ingress`, how many rules it has, and what is left of it when none is. */
const forms: readonly [form: string, count: number, whenEmpty: EmptySequence][] = [
  ['spec:\n  podSelector: {}\n', 0, 'absent'],
  ['spec:\n  podSelector: {}\n  # above\n\n', 0, 'absent'],
  ['spec:\n  podSelector: {}\n  ingress: []\n  policyTypes: [Ingress]\n', 0, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [] # nobody\n  policyTypes: [Ingress]\n', 0, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress:\n  # later\n  policyTypes: [Ingress]\n', 0, 'null'],
  ['spec:\n  podSelector: {}\n  ingress:\n  - {}\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress:\n  - {}\n  # after\n  egress: []\n', 1, 'empty'],
  [
    'spec:\n  podSelector: {}\n  ingress:\n  - {}\t\n  # after\n\n  - ports:\n    - port: 80 #\tweb\n    # deep\n',
    2,
    'empty',
  ],
  ['spec:\n  podSelector: {}\n  ingress:\n    - ports:\n        - port: "http"\n  egress: []\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [{}]\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [{}, ]\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [\n    {}, # any\n  ]\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [\n    {} # any\n  ]\n', 1, 'empty'],
  ['spec:\n  podSelector: {}\n  ingress: [\n    {} ]\n', 1, 'empty'],
  ['{"spec": {"podSelector": {}, "ingress": []}}\n', 0, 'empty'],
  ['{"spec":{"podSelector":{}}}', 0, 'absent'],
  [JSON.stringify({ spec: { podSelector: {}, ingress: [{}], egress: [] } }, null, 2), 1, 'empty'],
  [JSON.stringify({ spec: { podSelector: {} } }, null, '\t'), 0, 'absent'],
  [
    'apiVersion: v1\nkind: List\nitems:\n- kind: NetworkPolicy\n  spec:\n    ingress:\n    - {}\n    podSelector: {}\n- {}\n',
    1,
    'empty',
  ],
  ['kind: a\nspec:\n  note: |\n    text\n', 0, 'absent'],
  ['kind: a\nspec:\n  podSelector: {}\n  note: >-\n    text\n    # no comment\n', 0, 'absent'],
];

describe('adding an item and removing it again', () => {
  const surroundings: readonly [name: string, wrap: (text: string) => string][] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['no final line end', (text) => text.replace(/\n+$/, '')],
    ['CRLF without final line end', (text) => text.replace(/\n+$/, '').replaceAll('\n', '\r\n')],
    ['another document after it', (text) => `${text.replace(/\n*$/, '\n')}---\nkind: Namespace\n`],
  ];

  for (const [name, wrap] of surroundings) {
    it(`gives back the same bytes (${name})`, () => {
      for (const [form, count, whenEmpty] of forms) {
        if (form.startsWith('{') && name.startsWith('another')) continue;
        const text = wrap(form);
        const added = addRule(text);
        expect(added, text).toMatch(/app"?: ?"?web/);
        expect(added.replaceAll('\r\n', '').includes('\r'), text).toBe(false);
        if (name.includes('CRLF')) expect(/[^\r]\n/.test(added), added).toBe(false);
        expect(removeRules(added, [count], whenEmpty), added).toBe(text);
      }
    });
  }
});
