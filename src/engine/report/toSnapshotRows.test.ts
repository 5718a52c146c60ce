import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { toWorkspaceView } from './snapshot/toWorkspaceView.ts';
import { toSnapshotRows } from './toSnapshotRows.ts';

const pod = (name: string, ips: string, more = '') => yaml`
  apiVersion: v1
  kind: Pod
  metadata:
    name: ${name}
    namespace: shop
    labels: { app: db, pod: ${name} }
    ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: db, uid: u, controller: true }]
  spec: { ${more}containers: [{ name: db }] }
  status: { podIPs: [${ips}] }
`;
const texts = {
  'pods.yaml': [
    pod('db-0', '{ ip: 10.0.0.1 }, { ip: "fd00::1" }'),
    pod('db-1', ''),
    pod('db-2', '{ ip: 10.0.0.3 }'),
  ].join('---\n'),
  'policy.yaml': yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: first, namespace: shop }
    spec:
      podSelector: { matchLabels: { pod: db-0 } }
      policyTypes: [Ingress]
    ---
    apiVersion: v1
    kind: Service
    metadata: { name: db, namespace: shop }
    spec: { selector: { app: db }, ports: [{ port: 5432 }] }
    ---
    apiVersion: v1
    kind: Service
    metadata: { name: primary, namespace: shop }
    spec: { selector: { pod: db-0, app: db }, ports: [{ port: 5432 }] }
    ---
    apiVersion: v1
    kind: Service
    metadata: { name: other, namespace: shop }
    spec: { selector: { app: other }, ports: [{ port: 5432 }] }
  `,
};

const analyse = (files: Record<string, string>, previous?: ReturnType<typeof analyseFiles>) =>
  analyseFiles(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { assumeComplete: false, ...(previous && { previous }) },
  );

describe('the rows of a snapshot', () => {
  it('become workloads whose pods are there when someone looks', () => {
    const [workload] = toWorkspaceView(toSnapshotRows(analyse(texts))).workloads;
    expect(workload).toMatchObject({ id: 'shop/StatefulSet/db', podCount: 3, ingress: 'mixed', egress: 'open' });
    expect(workload!.pods.map(({ id, ips, ingress }) => [id, ips, ingress])).toEqual([
      ['shop/Pod/db-0', ['10.0.0.1', 'fd00::1'], 'closed'],
      ['shop/Pod/db-1', [], 'open'],
      ['shop/Pod/db-2', ['10.0.0.3'], 'open'],
    ]);
    const { file, start, end } = workload!.pods[1]!.at;
    expect(texts['pods.yaml'].slice(start, end)).toContain('name: db-1');
    expect(file).toBe('pods.yaml');
    expect(workload!.pods).toBe(workload!.pods);
  });

  it('name the policies that select a workload and the Services in front of it', () => {
    const rows = toSnapshotRows(analyse(texts));
    expect(rows.workloads[0]).toMatchObject({ policies: ['shop/NetworkPolicy/first'], services: ['db', 'primary'] });
    expect(rows.policies[0]!.selects).toEqual([0]);
  });

  it('are the same objects as before where nothing changed', () => {
    const before = analyse(texts);
    const rows = toSnapshotRows(before);
    const longer = { ...texts, 'policy.yaml': texts['policy.yaml'].replace('name: first,', 'name:  first,') };
    const next = toSnapshotRows(analyse(longer, before), rows);
    expect(next.workloads).toBe(rows.workloads);
    expect(next.flows).toBe(rows.flows);
    expect(next.documents.map((document, index) => document === rows.documents[index])).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it('say what a fresh look says, after any change', () => {
    const before = analyse(texts);
    const changed = { ...texts, 'policy.yaml': texts['policy.yaml'].replace('pod: db-0 } }', 'pod: db-1 } }') };
    const after = analyse(changed, before);
    const { portSets: kept, ...next } = toSnapshotRows(after, toSnapshotRows(before));
    const { portSets: fresh, ...again } = toSnapshotRows(after);
    expect(next).toEqual(again);
    expect(kept).toEqual(fresh);
  });
});
