import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { findAssumedLabels } from './findAssumedLabels.ts';
import { readPolicies } from './readPolicies.ts';

const pod = yaml`
  apiVersion: v1
  kind: Pod
  metadata: { name: web, namespace: shop }
  spec: { containers: [{ name: main }] }
  ---
`;

const policy = (namespaceSelector: string) => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: scrape, namespace: shop }
  spec:
    ingress: [{ from: [{ namespaceSelector: ${namespaceSelector} }] }]
`;

const namespace = (labels: string) => yaml`
  apiVersion: v1
  kind: Namespace
  metadata: { name: shop, labels: ${labels} }
  ---
`;

const assumed = (text: string) => {
  const manifests = parseManifests([{ path: toFilePath('test.yaml'), text }]);
  return findAssumedLabels(readCluster(manifests), readPolicies(manifests).tiers, { assumeComplete: true }).map(
    ({ code, args }) => ({
      code,
      ...args,
    }),
  );
};

describe('findAssumedLabels', () => {
  const found = {
    code: 'LABELS_ASSUMED',
    namespace: 'shop',
    label: 'team',
    policy: 'shop/NetworkPolicy/scrape',
    taken: 'absent',
  };

  it('names a namespace that no object describes when a policy looks at its labels', () => {
    expect(assumed(pod + policy('{ matchLabels: { team: ops } }'))).toEqual([found]);
    expect(assumed(pod + policy('{ matchExpressions: [{ key: team, operator: DoesNotExist }] }'))).toEqual([found]);
  });

  it('has nothing to say about a namespace that is described', () => {
    expect(assumed(namespace('{ team: dev }') + pod + policy('{ matchLabels: { team: ops } }'))).toEqual([]);
  });

  it('has nothing to say when policies ask for names of namespaces, or for any', () => {
    expect(assumed(pod + policy('{ matchLabels: { kubernetes.io/metadata.name: shop } }'))).toEqual([]);
    expect(assumed(pod + policy('{}'))).toEqual([]);
  });
});
