import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { applyInTest, readInTest, textsOf } from '../../testing/planInTest.ts';
import type { Intent } from './Intent.ts';
import { proposeEdits } from './proposeEdits.ts';

const workload = (namespace: string, name: string, port: string): string => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: ${name}, namespace: ${namespace} }
  spec:
    selector: { matchLabels: { app: ${name} } }
    template:
      metadata: { labels: { app: ${name} } }
      spec: { containers: [{ name: main, ports: [${port}] }] }
`;

const cluster = [
  workload('shop', 'web', '{ containerPort: 8080 }'),
  workload('shop', 'api', '{ containerPort: 8080 }'),
  workload('kube-system', 'coredns', '{ containerPort: 53, protocol: UDP }'),
].join('---\n');

const isolate: Extract<Intent, { type: 'isolate' }> = {
  type: 'isolate',
  target: { type: 'node', id: 'shop/Deployment/web' },
  directions: ['ingress', 'egress'],
  dns: true,
  freeze: false,
};

const propose = (text: string, intent: Intent) => {
  const base = readInTest([{ path: 'a.yaml', text }]);
  const { proposals } = proposeEdits(base, intent);
  if (!proposals.ok) throw new Error(proposals.reason);
  const texts = proposals.proposals.map(({ plan }) => [...textsOf(applyInTest(base, plan)).values()].join(''));
  return { proposals: proposals.proposals, written: texts.map((after) => after.slice(text.length)) };
};

describe('isolating', () => {
  it('writes a default deny with the names kept within reach', () => {
    const { proposals, written } = propose(cluster, isolate);
    expect(written[0]).toBe(yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: isolate-web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes:
          - Ingress
          - Egress
        egress:
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: kube-system
                podSelector:
                  matchLabels:
                    app: coredns
            ports:
              - protocol: UDP
                port: 53
              - protocol: TCP
                port: 53
    `);
    expect(proposals[0]?.ways.map(({ code }) => code)).toEqual(['ISOLATE', 'ISOLATE', 'ALLOW_DNS']);
    expect(proposals[0]?.effect.consequences.map(({ code }) => code)).toEqual(['ISOLATED', 'ISOLATED']);
  });

  it('allows the port that the name servers answer on, not the one of the Service before them', () => {
    const behind = [
      workload('shop', 'web', '{ containerPort: 8080 }'),
      workload('names', 'resolver', '{ name: dns, containerPort: 5353, protocol: UDP }'),
      yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: resolver, namespace: names }
        spec: { selector: { app: resolver }, ports: [{ port: 53, protocol: UDP, targetPort: dns }] }
      `,
    ].join('---\n');
    const { proposals, written } = propose(behind, { ...isolate, directions: ['egress'] });
    expect(written[0]).toMatch(/protocol: UDP\n +port: 5353\n +- protocol: TCP\n +port: 5353\n$/);
    expect(proposals[0]?.plan.warnings).toEqual([]);
    expect(proposals[0]?.effect.consequences.map(({ code }) => code)).toEqual(['ISOLATED']);
    const without = propose(behind, { ...isolate, directions: ['egress'], dns: false }).proposals[0]!;
    expect(without.effect.consequences.map(({ code }) => code)).toContain('DNS_LOST');
  });

  it('says that DNS is lost when it is not kept', () => {
    const { proposals } = propose(cluster, { ...isolate, dns: false });
    expect(proposals[0]?.effect.consequences).toContainEqual({
      code: 'DNS_LOST',
      node: 'shop/Deployment/web',
      direction: null,
    });
  });

  it('freezes what flows today: no flow changes', () => {
    const deny = yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: { name: api, namespace: shop }
      spec:
        podSelector: { matchLabels: { app: api } }
        ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }]
    `;
    const { proposals, written } = propose(cluster + deny, {
      ...isolate,
      directions: ['egress'],
      dns: false,
      freeze: true,
    });
    expect(proposals[0]?.effect.counts).toEqual({ gained: 0, lost: 0, changed: 0 });
    expect(written[0]).toContain('app: api');
  });

  it('adds the direction to a policy that selects just these pods', () => {
    const own = yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: { name: web, namespace: shop }
      spec:
        podSelector: { matchLabels: { app: web } }
        ingress: []
    `;
    const { proposals } = propose(cluster + own, { ...isolate, directions: ['egress'], dns: false });
    expect(proposals.map(({ ways }) => ways[0]?.args.policy)).toEqual(['web', 'isolate-web-egress']);
  });

  it('says where it supposes the name servers when the import has none', () => {
    const { proposals } = propose(workload('shop', 'web', '{ containerPort: 80 }'), isolate);
    expect(proposals[0]?.plan.warnings).toEqual([{ code: 'DNS_BY_CONVENTION', args: {} }]);
  });

  it('isolates a whole namespace, the pods of tomorrow included', () => {
    const { written } = propose(cluster, { ...isolate, target: { type: 'namespace', name: 'shop' } });
    expect(written[0]).toContain('name: default-deny\n');
    expect(written[0]).toContain('podSelector: {}\n');
  });
});

describe('opening', () => {
  const denyAll = yaml`
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: deny, namespace: shop }
    spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
  `;
  const open: Intent = { type: 'open', target: isolate.target, directions: ['ingress'] };

  it('releases the one workload and keeps what was said of it in the other direction', () => {
    const { proposals } = propose(cluster + denyAll, open);
    expect(proposals[0]?.ways.map(({ code }) => code)).toEqual(['NARROW_SUBJECT', 'NEW_POLICY']);
    expect(proposals[0]?.effect.consequences).toEqual([
      { code: 'OPENED', node: 'shop/Deployment/web', direction: 'ingress' },
    ]);
    expect(proposals[1]?.ways.map(({ code }) => code)).toEqual(['REMOVE_TYPE']);
  });

  it('takes the whole policy away when nothing is left of it', () => {
    const namespace: Intent = {
      type: 'open',
      target: { type: 'namespace', name: 'shop' },
      directions: ['ingress', 'egress'],
    };
    expect(propose(cluster + denyAll, namespace).proposals[0]?.ways.map(({ code }) => code)).toEqual(['REMOVE_POLICY']);
  });
});
