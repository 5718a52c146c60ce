import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { Grouping } from './FlowReport.ts';
import { toFlowReport } from './toFlowReport.ts';

const report = (text: string, by: Grouping = 'workload') => {
  const files = [{ path: toFilePath('test.yaml'), text }];
  return toFlowReport({ ...analyseFiles(files), files }, { by });
};

const everyPort = { TCP: [[1, 65535]], UDP: [[1, 65535]], SCTP: [[1, 65535]] };

const deployment = (name: string) => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: ${name}, namespace: shop }
  spec:
    replicas: 2
    selector: { matchLabels: { app: ${name} } }
    template:
      metadata: { labels: { app: ${name} } }
      spec: { containers: [{ name: main, ports: [{ containerPort: 8080 }] }] }
  ---
`;

const pod = (name: string, { ip, app }: { ip: string; app: string }) => yaml`
  apiVersion: v1
  kind: Pod
  metadata: { name: ${name}, namespace: shop, labels: { app: ${app} } }
  spec: { containers: [{ name: main }] }
  status: { podIP: ${ip} }
  ---
`;

/** Nothing enters or leaves the namespace but web → api on TCP 8080. */
const webToApi = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: closed, namespace: shop }
  spec: { policyTypes: [Ingress, Egress] }
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: web-out, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: web } }
    policyTypes: [Egress]
    egress: [{ to: [{ podSelector: { matchLabels: { app: api } } }] }]
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api-in, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    ingress:
      - from: [{ podSelector: { matchLabels: { app: web } } }]
        ports: [{ port: 8080 }]
`;

describe('toFlowReport', () => {
  it('lists the workloads by id, then what is outside, and the flows between them', () => {
    const { version, profile, endpoints, flows } = report(deployment('web') + deployment('api') + webToApi);
    expect({ version, profile }).toEqual({ version: 1, profile: 'kubernetes' });
    expect(endpoints).toEqual([
      { id: 'shop/Deployment/api', kind: 'Deployment', namespace: 'shop', name: 'api', pods: [] },
      { id: 'shop/Deployment/web', kind: 'Deployment', namespace: 'shop', name: 'web', pods: [] },
      {
        id: expect.stringMatching(/^external:/) as string,
        kind: 'External',
        ranges: ['0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
      },
    ]);
    expect(flows).toEqual([{ from: 'shop/Deployment/web', to: 'shop/Deployment/api', ports: { TCP: [[8080, 8080]] } }]);
  });

  it('sorts the flows by from, then to', () => {
    const { flows } = report(deployment('b') + deployment('a'));
    const pairs = flows.map(({ from, to }) => `${from} ${to}`);
    expect(pairs).toHaveLength(8);
    expect(pairs).toEqual([...pairs].sort());
  });

  it('leaves partial out unless some pairs of pods have ports that others lack', () => {
    const { flows } = report(deployment('web') + deployment('api') + webToApi);
    expect(flows[0]).not.toHaveProperty('partial');
  });

  it('by pod, takes real pods one by one and representatives under the id of their workload', () => {
    const text = deployment('web') + pod('api-0', { ip: '10.0.0.1', app: 'api' }) + webToApi;
    const { endpoints, flows } = report(text, 'pod');
    expect(endpoints.slice(0, 2)).toEqual([
      { id: 'shop/Deployment/web', kind: 'Deployment', namespace: 'shop', name: 'web', pods: [] },
      { id: 'shop/Pod/api-0', kind: 'Pod', namespace: 'shop', name: 'api-0', pods: ['shop/Pod/api-0'] },
    ]);
    expect(flows).toEqual([{ from: 'shop/Deployment/web', to: 'shop/Pod/api-0', ports: { TCP: [[8080, 8080]] } }]);
  });

  it('by pod, a pod has no flow to itself, but the pods behind a representative have one to each other', () => {
    const { flows } = report(deployment('web') + pod('api-0', { ip: '10.0.0.1', app: 'api' }), 'pod');
    const loops = flows.filter(({ from, to }) => from === to);
    expect(loops).toEqual([{ from: 'shop/Deployment/web', to: 'shop/Deployment/web', ports: everyPort }]);
  });

  it('names problems with their lines and sentences', () => {
    const { problems } = report(`${deployment('web')}apiVersion: v1\nkind: Pod\nmetadata: {\n`);
    expect(problems).toContainEqual({
      code: 'YAML_SYNTAX',
      file: 'test.yaml',
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
      message: expect.stringMatching(/not valid YAML/) as string,
    });
  });
});
