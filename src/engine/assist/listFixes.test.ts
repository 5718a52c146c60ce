import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { applyTextEdits } from '../edits/applyTextEdits.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { listFixes } from './listFixes.ts';
import { listHints } from './listHints.ts';

const file = toFilePath('a.yaml');

/** The hints of a text, and what becomes of it by the fix offered at `▮`. */
function check(template: string) {
  const offset = template.indexOf('▮');
  const text = template.replace('▮', '');
  const base = analyseFiles([{ path: file, text }]);
  const fixes = offset < 0 ? [] : listFixes(base, file, { start: offset, end: offset });
  return {
    hints: listHints(base, file).map(({ code, args, at }) => [
      code,
      args['suggestion'] ?? args['target'] ?? null,
      text.slice(at.start, at.end),
    ]),
    fixes,
    fixed: fixes[0] === undefined ? null : applyTextEdits(text, fixes[0].edits),
    codes: fixes.map(({ code }) => code),
  };
}

const policy = (spec: string): string => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: web, namespace: shop }
  spec:
    ${spec}
`;

const deployment = (spec: string): string => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web, namespace: shop }
  spec:
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web } }
      spec:
        ${spec}
`;

describe('fields that no kind has', () => {
  it('are named in workloads, with what was meant', () => {
    const { hints } = check(deployment('container: []\nhostnetwork: true\nunheardOf: 1'));
    expect(hints).toEqual([
      ['FIELD_UNKNOWN', 'containers', 'container'],
      ['FIELD_UNKNOWN', 'hostNetwork', 'hostnetwork'],
      ['FIELD_UNKNOWN', null, 'unheardOf'],
    ]);
  });

  it('are renamed, and nothing else', () => {
    const text = deployment('containers:\n  - nmae▮: web # the server\n    image: web');
    expect(check(text).fixed).toBe(text.replace('nmae▮', 'name'));
  });

  it('are renamed in policies too, where the reader reports them', () => {
    const text = policy('podSelectors▮: {}\npolicyTypes: [Ingress]');
    expect(check(text).hints).toEqual([]);
    expect(check(text).fixed).toBe(text.replace('podSelectors▮', 'podSelector'));
  });

  it('are not renamed to a field that is there already', () => {
    expect(check(policy('podSelector: {}\npodSelectors▮: {}\npolicyTypes: [Ingress]')).codes).toEqual([]);
  });

  it('are found in items of a List', () => {
    const item = deployment('container: []').replaceAll('\n', '\n    ').trimEnd();
    expect(check(`apiVersion: v1\nkind: List\nitems:\n  - ${item}\n`).hints).toEqual([
      ['FIELD_UNKNOWN', 'containers', 'container'],
    ]);
  });

  it('may be anything in kinds that are not known', () => {
    expect(check('apiVersion: example.org/v1\nkind: Deployment\nspecs: 1\n').hints).toEqual([]);
  });
});

describe('values of the wrong type', () => {
  it('lose their quotes where a number belongs', () => {
    const text = policy('podSelector: {}\npolicyTypes: [Ingress]\ningress:\n  - ports:\n      - port: ▮"8080"');
    expect(check(text).fixed).toBe(text.replace('▮"8080"', '8080'));
    const port = deployment('containers:\n  - name: a\n    image: a\n    ports: [{ containerPort: "80▮80" }]');
    expect(check(port).fixed).toBe(port.replace('"80▮80"', '8080'));
  });

  it('get quotes where a text belongs', () => {
    const text = policy("podSelector: { matchLabels: { app: 'web', version: 1.▮0 } }\npolicyTypes: [Ingress]");
    expect(check(text).fixed).toBe(text.replace('1.▮0', "'1.0'"));
    const env = deployment('containers:\n  - name: a\n    image: a\n    env: [{ name: PORT, value: 80▮80 }]');
    expect(check(env).fixed).toBe(env.replace('80▮80', "'8080'"));
  });

  it('become a word that the API takes', () => {
    const text = policy('podSelector: {}\npolicyTypes: [▮ingress]');
    expect(check(text).fixed).toBe(text.replace('▮ingress', 'Ingress'));
    const protocol = policy('podSelector: {}\npolicyTypes: [Ingress]\ningress: [{ ports: [{ protocol: tcp▮ }] }]');
    expect(check(protocol).fixed).toBe(protocol.replace('tcp▮', 'TCP'));
    const pull = deployment('containers: [{ name: a, image: a, imagePullPolicy: always▮ }]');
    expect(check(pull).fixed).toBe(pull.replace('always▮', 'Always'));
  });

  it('pass while they are to be filled in', () => {
    expect(check(deployment('restartPolicy: ${POLICY}\ncontainers: []')).hints).toEqual([]);
  });
});

describe('other fixes', () => {
  it('write the kind as Kubernetes serves it', () => {
    const text = '▮apiVersion: v1\nkind: networkpolicy\nmetadata: { name: a }\nspec: { podSelector: {} }\n';
    expect(check(text).fixed).toBe(
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { podSelector: {} }\n',
    );
  });

  it('write policyTypes out as they count', () => {
    const text = policy('podSelector: {}\n▮egress:\n  - to: []');
    const { codes, fixed } = check(text);
    expect(codes).toEqual(['POLICY_TYPES']);
    expect(fixed).toContain('  podSelector: {}\n  policyTypes:\n    - Ingress\n    - Egress\n  egress:\n');
  });

  it('put the pods’ port where a Service’s was written', () => {
    const cluster = [
      deployment('containers: [{ name: a, image: a, ports: [{ containerPort: 8080 }] }]'),
      'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }\n',
    ].join('---\n');
    const wrong = `${cluster}---\n${policy('podSelector: { matchLabels: { app: web } }\npolicyTypes: [Ingress]\ningress: [{ ports: [{ port: 80▮ }] }]')}`;
    expect(check(wrong).hints).toEqual([['SERVICE_PORT', 8080, '80']]);
    expect(check(wrong).fixed).toBe(wrong.replace('port: 80▮', 'port: 8080'));
    expect(check(wrong.replace('port: 80▮', 'port: 8080')).hints).toEqual([]);
    expect(check(wrong.replace('port: 80▮', 'port: 443')).hints).toEqual([]);
  });

  it('are not offered while the document does not parse', () => {
    expect(check(policy('podSelectors▮: {}\npolicyTypes: [Ingress')).codes).toEqual([]);
  });
});
