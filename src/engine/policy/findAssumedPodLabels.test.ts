import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { findAssumedPodLabels } from './findAssumedPodLabels.ts';
import { readPolicies } from './readPolicies.ts';

const db = yaml`
  apiVersion: apps/v1
  kind: StatefulSet
  metadata: { name: db, namespace: shop }
  spec: { template: { metadata: { labels: { app: db } } } }
  ---
`;

const podOfDb = yaml`
  apiVersion: v1
  kind: Pod
  metadata:
    name: db-0
    namespace: shop
    labels: { app: db, statefulset.kubernetes.io/pod-name: db-0 }
    ownerReferences: [{ kind: StatefulSet, name: db, controller: true }]
  ---
`;

const policy = (spec: string, namespace = 'shop') => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: first, namespace: ${namespace} }
  spec: ${spec}
`;

const firstPod = '{ matchLabels: { statefulset.kubernetes.io/pod-name: db-0 } }';

const assumed = (text: string) => {
  const manifests = parseManifests([{ path: toFilePath('test.yaml'), text }]);
  return findAssumedPodLabels(readCluster(manifests), readPolicies(manifests).tiers, { assumeComplete: true }).map(
    ({ args }) => args,
  );
};

describe('labels that a controller adds to each pod', () => {
  const told = [
    {
      workload: 'shop/StatefulSet/db',
      label: 'statefulset.kubernetes.io/pod-name',
      policy: 'shop/NetworkPolicy/first',
      taken: 'absent',
    },
  ];

  it('are assumed absent where a policy selects by them and only the template is known', () => {
    expect(assumed(db + policy(`{ podSelector: ${firstPod} }`))).toEqual(told);
    expect(assumed(db + policy(`{ ingress: [{ from: [{ podSelector: ${firstPod} }] }] }`))).toEqual(told);
  });

  it('are known where the pods are', () => {
    expect(assumed(db + podOfDb + policy(`{ podSelector: ${firstPod} }`))).toEqual([]);
  });

  it('do not matter to a policy that looks at other labels, or at other namespaces', () => {
    expect(assumed(db + policy('{ podSelector: { matchLabels: { app: db } } }'))).toEqual([]);
    expect(assumed(db + policy(`{ podSelector: ${firstPod} }`, 'ops'))).toEqual([]);
  });

  it('are only those that the kind of the workload has', () => {
    const web = db.replaceAll('StatefulSet', 'Deployment');
    expect(assumed(web + policy(`{ podSelector: ${firstPod} }`))).toEqual([]);
    expect(
      assumed(web + policy('{ podSelector: { matchExpressions: [{ key: pod-template-hash, operator: Exists }] } }')),
    ).toHaveLength(1);
  });
});
