import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { findEndpoints } from '../connectivity/findEndpoints.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { formatVerdict } from './formatVerdict.ts';
import { toVerdictReport } from './toVerdictReport.ts';

const shop = yaml`
  apiVersion: v1
  kind: Pod
  metadata: { name: web, namespace: shop, labels: { app: web } }
  spec: { containers: [{ name: main }] }
  ---
  apiVersion: v1
  kind: Pod
  metadata: { name: api, namespace: shop, labels: { app: api } }
  spec: { containers: [{ name: main }] }
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    ingress:
      - from: [{ podSelector: { matchLabels: { app: web } } }]
        ports: [{ port: 8080 }]
`;

const ask = (from: string, to: string, port: number, text = shop, assumeComplete = true) => {
  const files = [{ path: toFilePath('shop.yaml'), text }];
  const analysis = analyseFiles(files, { assumeComplete });
  const [start, end] = [from, to].map((name) => findEndpoints(analysis.connectivity, name));
  if (!start?.ok || !end?.ok) throw new Error('unknown end');
  return toVerdictReport({ ...analysis, files }, { from: start.node, to: end.node, port: { protocol: 'TCP', port } });
};

describe('toVerdictReport', () => {
  it('names the rule that admits the port at each end', () => {
    const report = ask('shop/web', 'shop/api', 8080);
    expect(report).toMatchObject({ verdict: 'allowed', pods: 'all', protocol: 'TCP', port: 8080 });
    expect(report?.egress).toMatchObject({ state: 'open', admits: true, isolatedBy: [], admittedBy: [] });
    expect(report?.ingress).toMatchObject({
      state: 'isolated',
      admits: true,
      isolatedBy: [{ policy: 'shop/NetworkPolicy/api', file: 'shop.yaml', line: 11 }],
      admittedBy: [{ policy: 'shop/NetworkPolicy/api', rule: 'spec.ingress[0]', file: 'shop.yaml', line: 17 }],
    });
  });

  it('names the rule that comes closest when the port is denied', () => {
    const report = ask('shop/web', 'shop/api', 9090);
    expect(report).toMatchObject({ verdict: 'denied', pods: 'all' });
    expect(report?.ingress).toMatchObject({
      admits: false,
      admittedBy: [],
      notAdmittedBy: [{ policy: 'shop/NetworkPolicy/api', rule: 'spec.ingress[0]', because: 'port', line: 18 }],
    });
    expect(report?.ingress.notAdmittedBy[0]).toMatchObject({
      item: 'spec.ingress[0].ports[0]',
      causes: [{ code: 'port' }],
      message: 'lists TCP 8080, not TCP 9090',
    });
    expect(report?.cause).toEqual({
      end: 'ingress',
      message: 'shop/NetworkPolicy/api spec.ingress[0].ports[0] lists TCP 8080, not TCP 9090',
      file: 'shop.yaml',
      line: 18,
    });
  });

  it('is uncertain, with what would settle it, where the import does not say enough', () => {
    const text = shop.replace(
      'podSelector: { matchLabels: { app: web } }',
      'namespaceSelector: { matchLabels: { team: red } }',
    );
    expect(ask('shop/web', 'shop/api', 8080, text)).toMatchObject({ verdict: 'denied' });
    const report = ask('shop/web', 'shop/api', 8080, text, false);
    const message = 'no Namespace object of shop is in the import, and a selector asks for its label team';
    expect(report).toMatchObject({
      verdict: 'uncertain',
      cause: { end: 'ingress', message, file: null, line: null },
      ingress: {
        verdict: 'uncertain',
        admits: false,
        isolatedBy: [{ match: 'yes' }],
        admittedBy: [{ rule: 'spec.ingress[0]', match: 'maybe' }],
        notAdmittedBy: [],
        missing: [{ code: 'namespaceLabels', namespace: 'shop', keys: ['team'], message }],
      },
    });
    expect(formatVerdict(report!)).toBe(
      [
        'shop/Pod/web → shop/Pod/api TCP/8080: uncertain',
        `  because ${message}`,
        '  to settle it, add the Namespace object of shop',
        '  egress of shop/Pod/web: allowed, no policy selects it for egress',
        '  ingress of shop/Pod/api: uncertain',
        '    isolated by api',
        '    perhaps allowed by api spec.ingress[0] from[0] ports[0] (shop.yaml:17)',
        '',
      ].join('\n'),
    );
  });

  it('has no verdict between two addresses outside the cluster', () => {
    expect(ask('192.0.2.1', '198.51.100.1', 80)).toBeNull();
  });
});

describe('formatVerdict', () => {
  it('gives the verdict first and a reason for each end', () => {
    expect(formatVerdict(ask('shop/web', 'shop/api', 9090)!)).toBe(
      [
        'shop/Pod/web → shop/Pod/api TCP/9090: denied',
        '  because shop/NetworkPolicy/api spec.ingress[0].ports[0] lists TCP 8080, not TCP 9090 (shop.yaml:18)',
        '  egress of shop/Pod/web: allowed, no policy selects it for egress',
        '  ingress of shop/Pod/api: denied',
        '    isolated by api',
        '',
      ].join('\n'),
    );
  });
});
