import { describe, expect, it } from 'vitest';
import { toFilePath } from '../manifest/SourceFile.ts';
import { analyseFiles } from '../../testing/analyse.ts';
import { listHints, type FieldHints } from './listHints.ts';

const policy = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec: ${spec}\n`;

const files = {
  'typo.yaml': policy('{ podSelectors: {}, policyTypes: [Ingress] }'),
  'port.yaml': policy('{ podSelector: {}, policyTypes: [Ingress], ingress: [{ ports: [{ port: 80 }] }] }').replace(
    'web',
    'port',
  ),
  'web.yaml': [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop, labels: { app: web } }\nspec: { containers: [{ name: a, image: a, ports: [{ containerPort: 8080 }] }] }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }\n',
  ].join('---\n'),
};

const read = () => ({ ...analyseFiles(Object.entries(files).map(([path, text]) => ({ path, text }))), problems: [] });

describe('hints', () => {
  it('are those of one file, or of all', () => {
    const base = read();
    const all = listHints(base, null);
    expect(all.map(({ code, at }) => `${at.file} ${code}`).sort()).toEqual([
      'port.yaml SERVICE_PORT',
      'typo.yaml FIELD_UNKNOWN',
    ]);
    const apart = Object.keys(files).flatMap((file) => listHints(base, toFilePath(file)));
    expect(apart).toEqual(all);
  });

  it('say nothing where a problem stands', () => {
    const base = read();
    const [hint] = listHints(base, toFilePath('typo.yaml'));
    const problems = [{ code: 'FIELD_VALUE', severity: 'error', at: hint!.at, args: {} }] as const;
    expect(listHints({ ...base, problems }, null).map(({ code }) => code)).toEqual(['SERVICE_PORT']);
    const elsewhere = [{ ...problems[0], at: { ...hint!.at, file: toFilePath('web.yaml') } }];
    expect(listHints({ ...base, problems: elsewhere }, null)).toHaveLength(2);
  });

  it('are found once in a document that stays', () => {
    const base = read();
    const known: FieldHints = new WeakMap();
    const [first] = listHints(base, toFilePath('typo.yaml'), known);
    expect(listHints(base, null, known)).toContain(first);
  });
});
