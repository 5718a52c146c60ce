import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import type { EndReason, FlowExplanation } from './Explanation.ts';
import { explainWorkloadFlow } from './explainWorkloadFlow.ts';
import { traceAdmissions } from './traceAdmissions.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';

const manifest = yaml`
  apiVersion: v1
  kind: List
  items:
    - {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
    - apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: c}]}}}
    - apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: shop}
      spec:
        selector: {matchLabels: {app: api}}
        template:
          metadata: {labels: {app: api}}
          spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
    - apiVersion: v1
      kind: Pod
      metadata: {name: host, namespace: shop, labels: {app: host}}
      spec: {hostNetwork: true, containers: [{name: c, image: c}]}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: api, namespace: shop}
  spec:
    podSelector: {matchLabels: {app: api}}
    policyTypes: [Ingress]
    ingress:
      - from:
          - podSelector: {matchLabels: {app: host}}
          - podSelector: {matchLabels: {app: web}}
        ports:
          - port: 9090
          - port: http
      - from:
          - ipBlock: {cidr: 192.0.2.0/24}
    egress:
      - {}
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: closed, namespace: shop}
  spec:
    policyTypes: [Ingress]
`;
const { connectivity } = analyseFiles([{ path: 'shop.yaml', text: manifest }]);
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const apiPolicy = 'shop/NetworkPolicy/api' as ObjectId;

const explain = (from: string, to: string, port: number | null = null): FlowExplanation =>
  explainWorkloadFlow(connectivity, from, to, { port: port === null ? null : { protocol: 'TCP', port } })!;

const cut = ({ range }: { range: { start: number; end: number } }) => manifest.slice(range.start, range.end);

const misses = ({ nearMisses }: EndReason) =>
  nearMisses.map(
    ({ policy, rule, causes }) => `${policy} ${rule?.index ?? '-'} ${causes.map(({ code }) => code).join()}`,
  );

describe('an explained flow', () => {
  it('names the policies that isolate an end, and at the other end that none does', () => {
    const { verdict, egress, ingress, sameForAllPods } = explain(web, api, 8080);
    expect(verdict).toBe('allowed');
    expect(sameForAllPods).toBe(true);
    expect(egress).toMatchObject({ endpoint: web, state: 'open', isolatedBy: [], admitting: [], nearMisses: [] });
    expect(ingress).toMatchObject({ endpoint: api, state: 'isolated' });
    expect(ingress.isolatedBy.map(({ policy }) => policy)).toEqual([
      'shop/NetworkPolicy/api',
      'shop/NetworkPolicy/closed',
    ]);
  });

  it('names the rule, its peer and its port that admit it, with their lines', () => {
    const { ingress } = explain(web, api, 8080);
    const [admitting, ...others] = ingress.admitting;
    expect(others).toEqual([]);
    expect(admitting).toMatchObject({
      rule: { policy: 'shop/NetworkPolicy/api', index: 0 },
      peerIndex: 1,
      portIndices: [1],
    });
    expect(cut(admitting!.rule)).toMatch(/^from:[^]*port: http$/);
    expect(cut(admitting!.peerOrigin!)).toBe('podSelector: {matchLabels: {app: web}}');
    expect(formatPortSet(ingress.admits.ports)).toBe('TCP 8080, 9090');
    expect(ingress.nearMisses).toEqual([]);
  });

  it('names all contributing ports when none is asked for', () => {
    expect(explain(web, api).ingress.admitting[0]?.portIndices).toEqual([0, 1]);
    expect(formatPortSet(explain(web, api).ports)).toBe('TCP 8080, 9090');
  });

  it('says for each policy what it comes short of when it is denied', () => {
    const otherPort = explain(web, api, 80);
    expect(otherPort.verdict).toBe('denied');
    expect(otherPort.ingress.admitting).toEqual([]);
    expect(misses(otherPort.ingress)).toEqual(['shop/NetworkPolicy/api 0 port', 'shop/NetworkPolicy/closed - noRules']);
    expect(misses(explain(api, web, 80).ingress)).toEqual(['shop/NetworkPolicy/closed - noRules']);
    const otherPeer = explain(api, api, 8080);
    expect(misses(otherPeer.ingress)).toEqual([
      'shop/NetworkPolicy/api 0 podLabel',
      'shop/NetworkPolicy/closed - noRules',
    ]);
  });

  it('points at rules that are written but ignored', () => {
    const text = manifest.replace('policyTypes: [Ingress]\n  ingress:', 'policyTypes: [Egress]\n  ingress:');
    const changed = analyseFiles([{ path: 'shop.yaml', text }]).connectivity;
    const { ingress } = explainWorkloadFlow(changed, web, api, { port: { protocol: 'TCP', port: 8080 } })!;
    expect(misses(ingress)).toEqual([
      'shop/NetworkPolicy/api 0 ignoredDirection',
      'shop/NetworkPolicy/closed - noRules',
    ]);
  });

  it('between replicas is asked of the policies; of a pod and itself it is not', () => {
    expect(explain(web, web)).toMatchObject({ verdict: 'denied', ingress: { state: 'isolated' } });
    const host = 'shop/Pod/host';
    expect(explain(host, host)).toMatchObject({
      verdict: 'allowed',
      ingress: { state: 'self' },
      egress: { state: 'self' },
    });
  });

  it('knows ends outside the cluster and on the host network', () => {
    const [inside, outside] = connectivity.externals.map(({ id }) => id).reverse() as [string, string];
    expect(explain(inside, api)).toMatchObject({ verdict: 'allowed', egress: { state: 'external', endpoint: inside } });
    expect(explain(outside, api)).toMatchObject({ verdict: 'denied' });
    expect(explain(web, 'shop/Pod/host')).toMatchObject({ verdict: 'allowed', ingress: { state: 'hostNetwork' } });
    expect(explain('shop/Pod/host', api).verdict).toBe('denied');
  });

  it('and the flow are there for the pods that are open, where others of their workload are isolated', () => {
    const pod = (name: string, owner: string, role: string) => yaml`
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: ${name}
        namespace: mixed
        labels: {role: ${role}}
        ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: ${owner}, uid: u, controller: true}]
      spec: {containers: [{name: c, image: c}]}
    `;
    const closed = yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: closed, namespace: mixed}
      spec: {podSelector: {matchLabels: {role: closed}}, policyTypes: [Ingress, Egress]}
    `;
    const text = `${pod('a-0', 'a', 'open')}${pod('a-1', 'a', 'closed')}${pod('b-0', 'b', 'open')}${closed}`;
    const mixed = analyseFiles([{ path: 'mixed.yaml', text }]).connectivity;
    const [a, b] = ['mixed/StatefulSet/a', 'mixed/StatefulSet/b'];
    const flows = mixed.workloadFlows().map(({ from, to, ports, partial }) => {
      const [start, end] = [from, to].map((ref) =>
        ref.type === 'workload' ? mixed.cluster.workloads[ref.index]!.id : '*',
      );
      return `${start} → ${end} ${formatPortSet(ports)}, some ${formatPortSet(partial)}`;
    });
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, '*'],
      ['*', a],
    ]) {
      expect(flows).toContain(`${from} → ${to} no port, some every port`);
    }
    expect(explainWorkloadFlow(mixed, a!, b!, { port: null })).toMatchObject({
      verdict: 'allowed',
      sameForAllPods: false,
    });
  });

  it('is none for ids that nothing has, and between two external endpoints', () => {
    expect(explainWorkloadFlow(connectivity, 'shop/Deployment/nobody', api, { port: null })).toBeNull();
    const [first, second] = connectivity.externals;
    expect(explainWorkloadFlow(connectivity, first!.id, second!.id, { port: null })).toBeNull();
  });

  it('says when pairs of pods have different reasons', () => {
    const pod = (name: string, role: string) => yaml`
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: ${name}
        namespace: shop
        labels: {app: db, role: ${role}}
        ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: u, controller: true}]
      spec: {containers: [{name: c, image: c}]}
    `;
    const text = `${manifest}${pod('db-0', 'replica')}${pod('db-1', 'primary')}${yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: db, namespace: shop}
      spec:
        podSelector: {matchLabels: {role: primary}}
        ingress: [{from: [{podSelector: {}}]}]
    `}`;
    const changed = analyseFiles([{ path: 'shop.yaml', text }]).connectivity;
    expect(explainWorkloadFlow(changed, web, 'shop/StatefulSet/db', { port: null })).toMatchObject({
      verdict: 'allowed',
      sameForAllPods: false,
      to: 'shop/StatefulSet/db',
      ingress: { endpoint: 'shop/Pod/db-1' },
    });
  });
});

describe('what a policy admits', () => {
  const trace = (rule?: Parameters<typeof traceAdmissions>[2]) =>
    traceAdmissions(connectivity, apiPolicy, rule).map(({ from, to, admits, flows }) => {
      const name = (end: typeof from) =>
        end.type === 'workload'
          ? connectivity.cluster.workloads[end.index]!.name
          : connectivity.externals[end.index]!.label;
      return `${name(from)} → ${name(to)} ${formatPortSet(admits)} / ${formatPortSet(flows)}`;
    });

  it('is the flows of its rules', () => {
    expect(trace()).toEqual([
      'web → api TCP 8080, 9090 / TCP 8080, 9090',
      '192.0.2.0/24 → api every port / every port',
    ]);
  });

  it('can be asked of one rule', () => {
    expect(trace({ direction: 'ingress', index: 1 })).toEqual(['192.0.2.0/24 → api every port / every port']);
    expect(trace({ direction: 'egress', index: 0 })).toEqual([]);
    expect(traceAdmissions(connectivity, 'shop/NetworkPolicy/none' as ObjectId)).toEqual([]);
  });

  it('is no flow of a bare pod to itself', () => {
    const text = yaml`
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: alone, namespace: shop}
      spec: {containers: [{name: c, image: c}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: api, namespace: shop}
      spec: {ingress: [{from: [{podSelector: {}}]}]}
    `;
    const alone = analyseFiles([{ path: 'alone.yaml', text }]).connectivity;
    expect(traceAdmissions(alone, apiPolicy)).toEqual([]);
    expect(alone.workloadFlows().map(({ from, to }) => [from.type, to.type])).toEqual([['workload', 'external']]);
  });

  it('tells what the other end denies from what flows', () => {
    const text = `${manifest}${yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: web}}
        policyTypes: [Egress]
        egress: [{ports: [{port: 9090}]}]
    `}`;
    const changed = analyseFiles([{ path: 'shop.yaml', text }]).connectivity;
    const [first] = traceAdmissions(changed, apiPolicy);
    expect(formatPortSet(first!.admits)).toBe('TCP 8080, 9090');
    expect(formatPortSet(first!.flows)).toBe('TCP 9090');
  });
});

describe('a policy that stands in the wrong namespace', () => {
  const deny = yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: deny, namespace: shop}
    spec: {podSelector: {}, policyTypes: [Ingress]}
  `;
  const allow = (namespace: string) => yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: allow, namespace: ${namespace}}
    spec:
      podSelector: {matchLabels: {app: api}}
      ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
  `;
  const pod = (name: string, namespace: string) => yaml`
    apiVersion: v1
    kind: Pod
    metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
    spec: {containers: [{name: c, image: c}]}
  `;
  const explain = (...documents: readonly string[]) => {
    const text = [pod('web', 'shop'), pod('api', 'shop'), deny, ...documents].join('---\n');
    const found = analyseFiles([{ path: 'all.yaml', text }]).connectivity;
    return explainWorkloadFlow(found, 'shop/Pod/web', 'shop/Pod/api', { port: { protocol: 'TCP', port: 80 } });
  };

  it('is the first thing to look at', () => {
    const flow = explain(allow('store'));
    expect(flow?.ingress.nearMisses[0]).toMatchObject({
      policy: 'store/NetworkPolicy/allow',
      causes: [{ code: 'subjectNamespace', wanted: 'store', actual: 'shop' }],
    });
  });

  it('is not suspected where it selects someone', () => {
    const flow = explain(allow('store'), pod('api', 'store'));
    expect(flow?.ingress.nearMisses.map(({ policy }) => policy)).toEqual(['shop/NetworkPolicy/deny']);
  });
});
