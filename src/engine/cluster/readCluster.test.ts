import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { readCluster } from './readCluster.ts';

const read = (...documents: readonly string[]) =>
  readCluster(parseManifests([{ path: toFilePath('a.yaml'), text: documents.join('---\n') }]));

/** Workload id, its pods. */
const summary = (...documents: readonly string[]): readonly string[] => {
  const { workloads, pods } = read(...documents);
  return workloads.map((workload) => `${workload.id}: ${workload.pods.map((index) => pods[index]?.id).join(', ')}`);
};

const pod = (name: string, owner?: string, options: { phase?: string; labels?: string } = {}): string => yaml`
  apiVersion: v1
  kind: Pod
  metadata:
    name: ${name}
    labels: {${options.labels ?? ''}}
    ownerReferences: [${owner === undefined ? '' : `{kind: ${owner.replace('/', ', name: ')}, controller: true}`}]
  status: {phase: ${options.phase ?? 'Running'}}
`;

const workload = (kind: string, name: string, owner?: string, replicas = 1): string => yaml`
  apiVersion: ${kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1'}
  kind: ${kind}
  metadata:
    name: ${name}
    ownerReferences: [${owner === undefined ? '' : `{kind: ${owner.replace('/', ', name: ')}, controller: true}`}]
  spec: {replicas: ${replicas}, template: {metadata: {labels: {from: ${name}}}}, jobTemplate: {spec: {template: {}}}}
`;

describe('the pod that stands for a template', () => {
  it('carries the labels that the Job controller gives to every pod of a Job', () => {
    expect(read(workload('Job', 'run')).pods[0]?.labels).toEqual({
      from: 'run',
      'job-name': 'run',
      'batch.kubernetes.io/job-name': 'run',
    });
  });

  it('carries no such label where the Job’s name is not known yet', () => {
    expect(read(workload('CronJob', 'nightly')).pods[0]?.labels).toEqual({});
    expect(read(workload('Job', 'run').replace('name: run', 'generateName: run-')).pods[0]?.labels).toEqual({
      from: 'run',
    });
  });
});

describe('pods group into workloads', () => {
  it('by their owners, followed as far as the import goes', () => {
    expect(
      summary(
        workload('Deployment', 'web'),
        workload('ReplicaSet', 'web-1', 'Deployment/web', 0),
        workload('ReplicaSet', 'web-2', 'Deployment/web'),
        pod('web-2-a', 'ReplicaSet/web-2'),
        pod('web-2-b', 'ReplicaSet/web-2'),
        workload('CronJob', 'tidy'),
        workload('Job', 'tidy-1', 'CronJob/tidy'),
        pod('tidy-1-a', 'Job/tidy-1'),
      ),
    ).toEqual([
      'default/Deployment/web: default/Pod/web-2-a, default/Pod/web-2-b',
      'default/CronJob/tidy: default/Pod/tidy-1-a',
    ]);
  });

  it('and one step beyond it', () => {
    const documents = [pod('a', 'ReplicaSet/web-5f6b'), pod('b', 'ReplicaSet/web-5f6b'), pod('c', 'DaemonSet/log')];
    expect(summary(...documents)).toEqual([
      'default/ReplicaSet/web-5f6b: default/Pod/a, default/Pod/b',
      'default/DaemonSet/log: default/Pod/c',
    ]);
    expect(read(...documents).workloads[0]).toMatchObject({ source: null, replicas: 2, canHaveTwoPods: true });
  });

  it('under the Deployment in the import whose ReplicaSet the pod’s owner is named as', () => {
    const labels = { labels: 'pod-template-hash: "5f6b"' };
    expect(summary(workload('Deployment', 'web'), pod('a', 'ReplicaSet/web-5f6b', labels))).toEqual([
      'default/Deployment/web: default/Pod/a',
    ]);
    expect(summary(workload('Deployment', 'shop'), pod('a', 'ReplicaSet/web-5f6b', labels))).toEqual([
      'default/Deployment/shop: default/Deployment/shop',
      'default/ReplicaSet/web-5f6b: default/Pod/a',
    ]);
  });

  it('under an owner that only its ReplicaSet names', () => {
    expect(
      summary(workload('ReplicaSet', 'web-1', 'Deployment/web', 0), workload('ReplicaSet', 'web-2', 'Deployment/web')),
    ).toEqual(['default/Deployment/web: default/Deployment/web']);
    const { pods } = read(
      workload('ReplicaSet', 'web-1', 'Deployment/web', 0),
      workload('ReplicaSet', 'web-2', 'Deployment/web'),
    );
    expect(pods[0]?.labels).toEqual({ from: 'web-2' });
  });

  it('not under a custom resource that owns the StatefulSet', () => {
    expect(summary(workload('StatefulSet', 'prom', 'Prometheus/prom'), pod('prom-0', 'StatefulSet/prom'))).toEqual([
      'default/StatefulSet/prom: default/Pod/prom-0',
    ]);
  });

  it('each on its own when nobody or the node owns them', () => {
    const documents = [pod('a'), pod('kube-proxy-n1', 'Node/n1')];
    expect(summary(...documents)).toEqual([
      'default/Pod/a: default/Pod/a',
      'default/Pod/kube-proxy-n1: default/Pod/kube-proxy-n1',
    ]);
    expect(read(...documents).workloads[0]).toMatchObject({ kind: 'Pod', canHaveTwoPods: false, replicas: 1 });
  });

  it('even when owners own each other', () => {
    expect(
      summary(workload('ReplicaSet', 'a', 'ReplicaSet/b'), workload('ReplicaSet', 'b', 'ReplicaSet/a')),
    ).toHaveLength(2);
  });
});

describe('a workload', () => {
  it('without pods has one representative with its id', () => {
    const { pods, workloads } = read(workload('Deployment', 'web', undefined, 3));
    expect(pods).toMatchObject([
      { index: 0, id: 'default/Deployment/web', representative: true, ips: [], labels: { from: 'web' } },
    ]);
    expect(workloads).toMatchObject([{ replicas: 3, pods: [0] }]);
  });

  it('is not kept up by completed pods', () => {
    const done = { phase: 'Succeeded' };
    expect(summary(pod('a', 'Job/once', done), pod('b', undefined, { phase: 'Failed' }))).toEqual([]);
    expect(summary(workload('Job', 'once'), pod('a', 'Job/once', done))).toEqual([
      'default/Job/once: default/Job/once',
    ]);
  });

  it('leaves each pod its own labels', () => {
    const { pods, workloads } = read(
      workload('StatefulSet', 'db'),
      pod('db-0', 'StatefulSet/db', { labels: 'at: "0"' }),
      pod('db-1', 'StatefulSet/db', { labels: 'at: "1"' }),
    );
    expect(pods.map(({ labels }) => labels)).toEqual([{ at: '0' }, { at: '1' }]);
    expect(workloads[0]?.labels).toEqual({ from: 'db' });
  });
});

describe('namespaces', () => {
  it('always carry their real name as a label, and say whether anything describes them', () => {
    const { namespaces } = read(
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {a: b, kubernetes.io/metadata.name: wrong}}\n',
      'apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: other}\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: unused}\n',
    );
    expect(namespaces).toMatchObject([
      { name: 'shop', labels: { a: 'b', 'kubernetes.io/metadata.name': 'shop' }, described: true },
      { name: 'other', labels: { 'kubernetes.io/metadata.name': 'other' }, described: false, source: null },
      { name: 'default', described: false },
    ]);
    expect(namespaces).toHaveLength(3);
  });
});
