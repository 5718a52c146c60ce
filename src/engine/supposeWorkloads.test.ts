import { describe, expect, it } from 'vitest';
import { analyseManifests } from './analyseManifests.ts';
import type { Analysis } from './analyseManifests.ts';
import type { ObjectId } from './manifest/KubernetesObject.ts';
import type { FilePath, SourceFile } from './manifest/SourceFile.ts';
import { isEmptyPortSet } from './net/portAlgebra.ts';
import { proposeEdits } from './synth/proposeEdits.ts';

const policy = (name: string, spec: object, namespace = 'shop'): SourceFile => ({
  path: `${name}.yaml` as FilePath,
  text: JSON.stringify({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  }),
});
const labelled = (labels: Record<string, string>) => ({ podSelector: { matchLabels: labels } });

const web = policy('web', {
  ...labelled({ app: 'web' }),
  ingress: [
    {
      from: [labelled({ app: 'api' }), { namespaceSelector: { matchLabels: { team: 'ops' } } }],
      ports: [{ port: 80 }],
    },
  ],
});
const denyAll = policy('deny-all', { podSelector: {}, policyTypes: ['Ingress'] });
const deployment: SourceFile = {
  path: 'deployment.yaml' as FilePath,
  text: JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a', image: 'a' }] } },
    },
  }),
};

const suppose = (files: readonly SourceFile[], previous?: Analysis): Analysis =>
  analyseManifests(files, { supposes: true, ...(previous && { previous }) });
const listIds = ({ cluster }: Analysis): readonly string[] => cluster.workloads.map(({ id }) => id);
const listFlows = ({ connectivity }: Analysis): readonly string[] => {
  const { workloads } = connectivity.cluster;
  return connectivity.workloadFlows().flatMap(({ from, to, ports, allowedBy }) => {
    if (from.type !== 'workload' || to.type !== 'workload' || allowedBy === 'default') return [];
    if (isEmptyPortSet(ports)) return [];
    return `${workloads[from.index]!.id} → ${workloads[to.index]!.id}`;
  });
};

describe('workloads that are supposed', () => {
  it('are one for each selector where the import has policies alone', () => {
    const analysis = suppose([web, denyAll]);
    expect(listIds(analysis)).toEqual([
      'shop/Selector/app=web',
      'shop/Selector/app=api',
      'shop/Selector/any other pod',
      'namespaces with team=ops/Selector/any other pod',
    ]);
    expect(listFlows(analysis)).toEqual([
      'shop/Selector/app=api → shop/Selector/app=web',
      'namespaces with team=ops/Selector/any other pod → shop/Selector/app=web',
    ]);
    expect(analysis.cluster.imported?.workloads).toEqual([]);
  });

  it('have labels that meet expressions, or are not there when nothing can', () => {
    const analysis = suppose([
      policy('a', {
        podSelector: {
          matchExpressions: [
            { key: 'app', operator: 'In', values: ['a', 'b'] },
            { key: 'canary', operator: 'Exists' },
            { key: 'old', operator: 'DoesNotExist' },
          ],
        },
      }),
      policy('b', {
        podSelector: {
          matchLabels: { app: 'c' },
          matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['c'] }],
        },
      }),
    ]);
    expect(listIds(analysis)).toEqual(['shop/Selector/app=a, canary=any']);
  });

  it('stand in namespaces that the import knows, or that a selector names', () => {
    const peers = [
      { namespaceSelector: {} },
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
        ...labelled({ dns: 'yes' }),
      },
      { namespaceSelector: { matchLabels: { env: 'test' } }, ...labelled({ app: 'probe' }) },
    ];
    const namespace: SourceFile = {
      path: 'namespace.yaml' as FilePath,
      text: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab', labels: { env: 'test' } } }),
    };
    const analysis = suppose([namespace, policy('a', { ...labelled({ app: 'a' }), ingress: [{ from: peers }] })]);
    expect(listIds(analysis)).toEqual([
      'lab/Selector/app=probe',
      'shop/Selector/app=a',
      'any namespace/Selector/any other pod',
      'kube-system/Selector/dns=yes',
    ]);
    expect(listFlows(analysis).filter((flow) => flow.endsWith('→ shop/Selector/app=a'))).toHaveLength(4);
  });

  it('are not there without being asked for, or when there is any workload', () => {
    expect(listIds(analyseManifests([web]))).toEqual([]);
    expect(listIds(suppose([web, deployment]))).toEqual(['shop/Deployment/web']);
    expect(suppose([web, deployment]).cluster.imported).toBeUndefined();
  });

  it('come and go with what is edited, as if it had been read at once', () => {
    const steps: readonly (readonly SourceFile[])[] = [
      [web],
      [web, denyAll],
      [web, denyAll, deployment],
      [denyAll],
      [],
    ];
    let previous: Analysis | undefined;
    for (const files of steps) {
      const next = suppose(files, previous);
      expect([listIds(next), listFlows(next)]).toEqual([listIds(suppose(files)), listFlows(suppose(files))]);
      previous = next;
    }
  });

  it('have no named ports, which is said', () => {
    const analysis = suppose([policy('a', { ...labelled({ app: 'a' }), ingress: [{ ports: [{ port: 'http' }] }] })]);
    expect(analysis.problems.filter(({ code }) => code === 'PORT_NAME_UNKNOWN')).toMatchObject([
      { severity: 'warning', args: { policy: 'shop/NetworkPolicy/a', name: 'http' } },
    ]);
    expect(listFlows(analysis)).toEqual([]);
  });

  it('can be allowed to reach each other in text', () => {
    const base = suppose([web, denyAll]);
    const target = (id: string) => [{ type: 'node', id } as const];
    const ask = (from: string, to: string) =>
      proposeEdits(base, { type: 'allow', from: target(from), to: target(to), ports: [] }).proposals;
    const found = ask('shop/Selector/app=web', 'shop/Selector/app=api');
    expect(found).toMatchObject({ ok: true });
    expect(ask('shop/Selector/app=web', 'namespaces with team=ops/Selector/any other pod')).toMatchObject({
      ok: false,
      reason: 'SUPPOSED',
    });
    expect(
      proposeEdits(base, { type: 'delete', objects: ['shop/Selector/app=web' as ObjectId] }).proposals,
    ).toMatchObject({
      ok: false,
      reason: 'SUPPOSED',
    });
  });
});
