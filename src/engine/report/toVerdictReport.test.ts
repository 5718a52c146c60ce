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

const ask = (from: string, to: string, port: number, text = shop) => {
  const files = [{ path: toFilePath('shop.yaml'), text }];
  const analysis = analyseFiles(files);
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
      notAdmittedBy: [{ policy: 'shop/NetworkPolicy/api', rule: 'spec.ingress[0]', because: 'port', line: 17 }],
    });
  });

  it('has no verdict between two addresses outside the cluster', () => {
    expect(ask('192.0.2.1', '198.51.100.1', 80)).toBeNull();
  });
});

describe('formatVerdict', () => {
  it('gives the verdict first and a reason for each end', () => {
    expect(formatVerdict(ask('shop/web', 'shop/api', 9090)!)).toBe(
      [
        'denied: shop/Pod/web → shop/Pod/api TCP/9090',
        '  out of shop/Pod/web: allowed, no policy selects it for this direction, so it is open',
        '  into shop/Pod/api: denied, policies isolate it and no rule admits this',
        '    isolated by shop/NetworkPolicy/api (shop.yaml:11)',
        '    shop/NetworkPolicy/api spec.ingress[0] lists the other end, but not this port (shop.yaml:17)',
        '',
      ].join('\n'),
    );
  });
});
