import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { applyTextEdits } from '../edits/applyTextEdits.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { planFormat } from './planFormat.ts';

const file = toFilePath('a.yaml');

const format = (text: string, offset = 0) => {
  const result = planFormat(analyseFiles([{ path: file, text }]), file, offset);
  return result.ok ? applyTextEdits(text, result.edits) : result.reason;
};

describe('formatting a document', () => {
  it('takes blanks at line ends away, outside of values', () => {
    expect(format('kind: A  \ndata:\t\n  a: |\n    keep  \n    this\n  b: 1 \n')).toBe(
      'kind: A\ndata:\n  a: |\n    keep  \n    this\n  b: 1\n',
    );
  });

  it('indents what is indented otherwise than most', () => {
    const odd = yaml`
      kind: NetworkPolicy
      metadata:
        name: a
        finalizers:
          - a
      spec:
          podSelector:
            matchLabels:
              app: web
          ingress:
              - from: []
                ports:
                - port: 80
                - port: 81
          policyTypes:
            - Ingress
    `;
    expect(format(odd)).toBe(yaml`
      kind: NetworkPolicy
      metadata:
        name: a
        finalizers:
          - a
      spec:
        podSelector:
          matchLabels:
            app: web
        ingress:
          - from: []
            ports:
              - port: 80
              - port: 81
        policyTypes:
          - Ingress
    `);
  });

  it('moves values of several lines along', () => {
    const text =
      'a:\n  b:\n      c: |\n        one\n          two\n      d: [1,\n        2]\n  e:\n    f: 1\n  g:\n    h: 1\n';
    expect(format(text)).toBe(
      'a:\n  b:\n    c: |\n      one\n        two\n    d: [1,\n      2]\n  e:\n    f: 1\n  g:\n    h: 1\n',
    );
  });

  it('does not touch comments, and refuses where it would have to move one', () => {
    expect(format('a:\n  # about b\n  b: 1  # one\n')).toBe('TIDY');
    expect(format('x:\n  y: { }\nz:\n  w: 1\na:\n    # about b\n    b: 1\n')).toBe('COMMENTS');
  });

  it('keeps the file’s own habits, its line ends and everything in other documents', () => {
    expect(format('a:\r\n    b:\r\n    - 1 \r\n---\r\nc:   \r\n')).toBe('a:\r\n    b:\r\n    - 1\r\n---\r\nc:   \r\n');
  });

  it('refuses what does not parse', () => {
    expect(format('a: [\n')).toBe('BROKEN');
    expect(format('a: {{ .Values.x }}\n')).toBe('TEMPLATE');
  });
});

const corpus = join('..', 'shared', 'corpus');

describe.skipIf(!existsSync(corpus))('formatting the manifests of others', () => {
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .filter((text) => text.length < 10_000)
    : [];

  it('changes nothing but white space', () => {
    let formatted = 0;
    for (const text of files) {
      const result = format(text);
      if (result === null || /^[A-Z]+$/.test(result)) continue;
      formatted += 1;
      expect(result.replaceAll(/[ \t]/g, '')).toBe(text.replaceAll(/[ \t]/g, ''));
      expect(format(result)).toBe('TIDY');
    }
    expect(formatted).toBeGreaterThan(20);
  }, 60_000);
});
