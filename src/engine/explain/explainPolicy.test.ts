import { describe, expect, it } from 'vitest';
import { analyse, analyseOpen } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { explainPolicy } from './explainPolicy.ts';
import type { RuleExplanation } from './PolicyExplanation.ts';

const shop = yaml`
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
      spec: {selector: {matchLabels: {app: api}}, template: {metadata: {labels: {app: api}}, spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}}}
    - apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: shop}
      spec: {selector: {app: api}, ports: [{port: 80, targetPort: http}]}
`;

/** A policy of the shop for everything whose `app` is this. */
const policy = (name: string, app: string, rest: string) => yaml`
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: ${name}, namespace: shop}
  spec: {podSelector: {matchLabels: {app: ${app}}}, ${rest}}
`;

const explain = (text: string, name = 'p') =>
  explainPolicy(analyse(`${shop}${text}`), `shop/NetworkPolicy/${name}` as ObjectId)!;

const describeRule = ({ use, only, coveredBy }: RuleExplanation): string =>
  [
    use,
    ...only.map(({ from, to, ports }) => `${from} → ${to} ${formatPortSet(ports)}`),
    ...coveredBy.map(({ policy: by, index }) => `${by} ${index}`),
  ].join(', ');

const fromWeb = 'from: [{podSelector: {matchLabels: {app: web}}}]';

describe('what a rule is good for', () => {
  it('is the flows that go with it', () => {
    const { rules } = explain(policy('p', 'api', `ingress: [{${fromWeb}, ports: [{port: 8080}, {port: 9090}]}]`));
    expect(rules.map(describeRule)).toEqual(['needed, shop/Deployment/web → shop/Deployment/api TCP 8080, 9090']);
    expect(rules[0]).toMatchObject({ flowCount: 1, onlyCount: 1 });
  });

  it('is only what no other rule allows', () => {
    const text =
      policy('p', 'api', `ingress: [{${fromWeb}, ports: [{port: 8080}, {port: 9090}]}]`) +
      policy('q', 'api', `ingress: [{${fromWeb}, ports: [{port: 9090, endPort: 9099}]}]`);
    expect(explain(text).rules.map(describeRule)).toEqual([
      'needed, shop/Deployment/web → shop/Deployment/api TCP 8080',
    ]);
  });

  it('is nothing when others cover it, and they are named', () => {
    const text =
      policy('p', 'api', `ingress: [{${fromWeb}, ports: [{port: http}]}]`) +
      policy('q', 'api', `ingress: [{ports: [{port: 80}]}, {from: [{podSelector: {}}]}]`);
    expect(explain(text).rules.map(describeRule)).toEqual(['covered, shop/NetworkPolicy/q 1']);
  });

  it('is nothing when the other ends deny it all', () => {
    const text = policy('p', 'api', `ingress: [{${fromWeb}}]`) + policy('q', 'web', 'policyTypes: [Egress]');
    expect(explain(text).rules.map(describeRule)).toEqual(['blocked']);
  });

  it('is nothing when it matches nothing, or does not count', () => {
    const text = policy(
      'p',
      'api',
      'policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: wbe}}}]}, {ports: [{port: htpp}]}], egress: [{}]',
    );
    expect(explain(text).rules.map(describeRule)).toEqual(['idle', 'idle', 'ignored']);
  });

  it('is perhaps a flow, where the import does not say enough', () => {
    const text = policy('p', 'api', 'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]');
    const { rules } = explainPolicy(analyseOpen(`${shop}${text}`), 'shop/NetworkPolicy/p' as ObjectId)!;
    expect(rules[0]?.only).toContainEqual({
      from: 'shop/Deployment/web',
      to: 'shop/Deployment/api',
      ports: { TCP: [], UDP: [], SCTP: [] },
      uncertain: { TCP: [[1, 65535]], UDP: [[1, 65535]], SCTP: [[1, 65535]] },
    });
    expect(rules[0]?.peers?.[0]).toMatchObject({ takes: { pods: 0, perhaps: 2 }, externals: ['10.0.0.0/8'] });
  });
});

describe('what a policy takes in', () => {
  it('is whom it selects, and of its peers whom each means', () => {
    const { selects, nearest, rules } = explain(
      policy('p', 'api', `ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr: 192.0.2.0/24}}]}]`),
    );
    expect(selects).toMatchObject({ pods: 1, workloadCount: 1, namespaces: ['shop'] });
    expect(nearest).toBeNull();
    expect(rules[0]?.peers).toMatchObject([
      { index: 0, takes: { pods: 2, workloadCount: 2 }, externals: [], nearest: null },
      { index: 1, takes: { pods: 0 }, externals: ['192.0.2.0/24'], nearest: null },
    ]);
  });

  it('names what comes closest when it is nothing', () => {
    const typo = explain(policy('p', 'apii', `ingress: [{from: [{podSelector: {matchLabels: {app: wbe}}}]}]`));
    expect(typo.nearest).toMatchObject({ pod: 'shop/Deployment/api', causes: [{ code: 'subjectLabel' }] });
    expect(typo.rules[0]?.peers?.[0]?.nearest).toMatchObject({
      pod: 'shop/Deployment/web',
      causes: [{ code: 'podLabel', actual: 'web' }],
    });
  });

  it('says which ports are none, and which were most likely meant', () => {
    const { rules } = explain(policy('p', 'api', 'ingress: [{ports: [{port: htpp}, {port: 80}, {port: 8080}]}]'));
    expect(rules[0]?.ports).toMatchObject([
      { matched: 0, destinations: 1, cause: { code: 'portName', similar: 'http' } },
      { matched: 1, cause: { code: 'listedServicePort', service: 'api', targets: [8080] } },
      { matched: 1, cause: null },
    ]);
  });

  it('is null for a policy that is not there', () => {
    expect(explainPolicy(analyse(shop), 'shop/NetworkPolicy/none' as ObjectId)).toBeNull();
  });
});
