import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { completeAt } from './completeAt.ts';

const cluster = yaml`
  apiVersion: v1
  kind: Namespace
  metadata: { name: shop, labels: { team: blue } }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web, namespace: shop }
  spec:
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web, tier: front, version: "1.0" } }
      spec: { containers: [{ name: web, image: web, ports: [{ name: http, containerPort: 8080 }] }] }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: api, namespace: shop }
  spec:
    selector: { matchLabels: { app: api } }
    template:
      metadata: { labels: { app: api } }
      spec: { containers: [{ name: api, image: api, ports: [{ name: grpc, containerPort: 9090 }, { containerPort: 53, protocol: UDP }] }] }
  ---
  apiVersion: v1
  kind: Service
  metadata: { name: web, namespace: shop }
  spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: monitor, namespace: ops }
  spec:
    selector: { matchLabels: { app: monitor } }
    template:
      metadata: { labels: { app: monitor, scope: all } }
      spec: { containers: [{ name: monitor, image: monitor, ports: [{ containerPort: 3000 }] }] }
`;

/** Completion where `▮` stands in the second file. */
function complete(template: string) {
  const offset = template.indexOf('▮');
  const text = template.replace('▮', '');
  const file = toFilePath('policy.yaml');
  const base = analyseFiles([
    { path: 'cluster.yaml', text: cluster },
    { path: file, text },
  ]);
  const list = completeAt(base, file, offset);
  const labels = list?.items.map(({ label }) => label) ?? [];
  const accept = (label: string): string => {
    const item = list!.items.find((each) => each.label === label)!;
    return text.slice(0, list!.range.start) + item.insert + text.slice(list!.range.end);
  };
  return { list, labels, accept };
}

const head = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata:
    name: web
    namespace: shop
`;

describe('completion of fields', () => {
  it('offers what is not there yet, in the columns of the file', () => {
    const { labels, accept } = complete(`${head}spec:\n    policyTypes: [Ingress]\n    pod▮\n    egress: []\n`);
    expect(labels).toEqual(['podSelector', 'ingress']);
    expect(accept('podSelector')).toContain('    podSelector:\n        \n    egress');
    expect(accept('ingress')).toContain('    ingress:\n');
  });

  it('offers them on a blank line too', () => {
    expect(complete(`${head}spec:\n  ▮\n`).labels).toEqual(['podSelector', 'policyTypes', 'ingress', 'egress']);
    expect(complete(`${head}spec:\n  ingress:\n    - ▮\n`).labels).toEqual(['from', 'ports']);
    expect(complete(`${head}spec:\n  ingress:\n    - from: []\n      ▮\n`).labels).toEqual(['ports']);
    expect(complete(`${head}▮\n`).labels).toEqual(['spec', 'status']);
  });

  it('begins a list item where only a list fits', () => {
    const { accept } = complete(`${head}spec:\n  ingress:\n    - ports:\n        po▮\n`);
    expect(accept('port')).toContain('        - port: \n');
  });

  it('writes lists as the file does: dashes in the column of their key', () => {
    const before = `${head}spec:\n  ingress:\n  - from:\n    - podSelector: {}\n  eg▮\n`;
    expect(complete(before).accept('egress')).toContain('\n  egress:\n  - ');
  });

  it('works beside what is broken', () => {
    const { labels } = complete(`${head}spec:\n  policyTypes: [Ingress\n  podSelector: {}\n  ▮\n  oops: : [\n`);
    expect(labels).toEqual(['ingress', 'egress']);
  });

  it('works in flow style', () => {
    expect(complete(`${head}spec: { ▮ }\n`).labels).toContain('podSelector');
    expect(complete(`${head}spec: { podSelector: {}, ▮`).labels).toEqual(['policyTypes', 'ingress', 'egress']);
    expect(complete('{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","spec":{"▮"}}').labels).toContain(
      'ingress',
    );
  });

  it('only writes the name when a colon follows', () => {
    expect(complete(`${head}spec:\n  podSel▮: {}\n`).accept('podSelector')).toContain('\n  podSelector: {}\n');
  });

  it('knows the fields of workloads and their pods', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          po▮\n';
    expect(complete(text).accept('ports')).toContain('          ports:\n            - ');
  });

  it('is silent in comments, block scalars and kinds it does not know', () => {
    expect(complete(`${head}# po▮\n`).labels).toEqual([]);
    expect(complete('kind: ConfigMap\napiVersion: v1\ndata:\n  a: |\n    po▮\n').labels).toEqual([]);
    expect(complete('kind: ConfigMap\napiVersion: v1\ndata:\n  po▮\n').labels).toEqual([]);
  });

  it('offers whole objects in an empty document', () => {
    const { labels, accept } = complete(`${head}---\n▮`);
    expect(labels).toEqual(['NetworkPolicy', 'Deployment', 'Service', 'Namespace']);
    expect(accept('NetworkPolicy')).toContain('  name: default-deny\n  namespace: shop\nspec:\n  podSelector: {}\n');
  });
});

describe('completion of values', () => {
  it('offers what the API takes', () => {
    expect(complete(`${head}spec:\n  policyTypes:\n    - ▮\n`).labels).toEqual(['Ingress', 'Egress']);
    expect(complete(`${head}spec:\n  policyTypes: ▮\n`).accept('Egress')).toContain('  policyTypes: [Egress]\n');
    expect(complete(`${head}spec:\n  ingress:\n    - ports:\n        - protocol: ▮\n`).labels).toEqual([
      'TCP',
      'UDP',
      'SCTP',
    ]);
    expect(complete('apiVersion: ▮\nkind: CronJob\n').labels).toEqual(['batch/v1', 'batch/v1beta1']);
    expect(complete('apiVersion: v1\nkind: Na▮\n').labels).toContain('Namespace');
  });

  it('offers label keys and values of the pods that could be selected', () => {
    const selector = (rest: string) => complete(`${head}spec:\n  podSelector:\n    matchLabels:\n      ${rest}\n`);
    expect(selector('▮').labels).toEqual(['app', 'tier', 'version']);
    expect(selector('app: ▮').labels).toEqual(['api', 'web']);
    expect(selector('app: w▮').list!.items[1]!.detail).toEqual({ code: 'workloads', names: ['web'] });
    expect(selector('version: ▮').accept('1.0')).toContain("version: '1.0'");
    expect(selector('app: web\n      ti▮').labels).toEqual(['tier', 'version']);
  });

  it('looks for a peer’s pods in the namespaces selected beside it', () => {
    const peer = (rest: string) => complete(`${head}spec:\n  ingress:\n    - from:\n        - ${rest}\n`);
    const everywhere = peer('namespaceSelector: {}\n          podSelector: { matchLabels: { ▮ } }');
    expect(everywhere.labels).toEqual(['app', 'scope', 'tier', 'version']);
    expect(peer('podSelector: { matchLabels: { ▮ } }').labels).toEqual(['app', 'tier', 'version']);
    expect(peer('namespaceSelector:\n            matchLabels:\n              ▮').labels).toEqual([
      'kubernetes.io/metadata.name',
      'team',
    ]);
  });

  it('completes requirements', () => {
    const requirement = (rest: string) =>
      complete(`${head}spec:\n  podSelector:\n    matchExpressions:\n      - ${rest}\n`);
    expect(requirement('key: ▮').labels).toEqual(['app', 'tier', 'version']);
    expect(requirement('key: app\n        operator: ▮').labels).toEqual(['In', 'NotIn', 'Exists', 'DoesNotExist']);
    expect(requirement('key: app\n        values: [▮]').labels).toEqual(['api', 'web']);
    expect(requirement('key: app\n        values:\n          - ▮').labels).toEqual(['api', 'web']);
  });

  it('offers ports of the selected pods for ingress, of the peers for egress', () => {
    const rule = (spec: string) => complete(`${head}spec:\n${spec}`);
    const ingress = rule('  podSelector: { matchLabels: { app: web } }\n  ingress:\n    - ports:\n        - port: ▮\n');
    expect(ingress.labels).toEqual(['8080', 'http']);
    expect(ingress.list!.items[0]!.detail).toMatchObject({ name: 'http', services: ['web:80'], workloads: ['web'] });
    const egress = (protocol: string) =>
      rule(
        `  egress:\n    - to: [{ podSelector: { matchLabels: { app: api } } }]\n      ports:\n        - protocol: ${protocol}\n          port: ▮\n`,
      );
    expect(egress('UDP').labels).toEqual(['53']);
    expect(egress('TCP').labels).toEqual(['9090', 'grpc']);
  });

  it('offers namespaces, and the ports behind a Service', () => {
    expect(complete('apiVersion: v1\nkind: Service\nmetadata:\n  namespace: ▮\n').labels).toEqual(['shop', 'ops']);
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { namespace: shop }\nspec:\n  selector: { app: api }\n  ports:\n    - port: 80\n      targetPort: ▮\n';
    expect(complete(service).labels).toEqual(['53', '9090', 'grpc']);
  });

  it('offers a workload the labels of its own template', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x, namespace: shop }\nspec:\n  selector:\n    matchLabels:\n      ▮\n  template:\n    metadata:\n      labels:\n        own: label\n';
    expect(complete(text).labels).toEqual(['own']);
  });
});
