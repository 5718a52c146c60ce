import { describe, expect, it } from 'vitest';
import { analyse, analyseOpen } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { formatFlowReason } from './formatFlowReason.ts';
import { explainFlows } from '../explain/explainFlows.ts';

const pod = (name: string) => yaml`
  apiVersion: v1
  kind: Pod
  metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
  spec: { containers: [{ name: main, image: main }] }
`;
const connectivity = analyse(
  [
    pod('web'),
    pod('api'),
    pod('tool'),
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: { name: api-in, namespace: shop }
      spec:
        podSelector: { matchLabels: { app: api } }
        ingress:
          - from: [{ podSelector: { matchLabels: { app: web } } }]
          - from: [{ podSelector: { matchLabels: { app: web } } }]
            ports: [{ port: 80 }]
    `,
  ].join('\n---\n'),
);
const id = (name: string) => `shop/Pod/${name}`;

describe('short reasons', () => {
  it('name each policy that admits once, and what is open or denied', () => {
    const pairs = [
      { from: id('web'), to: id('api') },
      { from: id('tool'), to: id('api') },
      { from: id('web'), to: id('tool') },
      { from: id('web'), to: id('nobody') },
    ];
    const reasons = explainFlows(connectivity, pairs);
    expect(reasons.map((reason) => reason && formatFlowReason(reason))).toEqual([
      'egress: open · ingress: api-in',
      'egress: open · ingress: no rule admits it',
      'open by default: no policy selects either end',
      null,
    ]);
  });

  it('say what would settle it when the manifests do not say enough', () => {
    const uncertain = analyseOpen(
      [
        pod('web'),
        pod('api'),
        yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: { name: api-in, namespace: shop }
          spec:
            podSelector: { matchLabels: { app: api } }
            ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: a } } }] }]
        `,
      ].join('\n---\n'),
    );
    const [reason] = explainFlows(uncertain, [{ from: id('web'), to: id('api') }]);
    expect(reason && formatFlowReason(reason)).toBe(
      'egress: open · ingress: uncertain, no Namespace object of shop is in the import, and a selector asks for its label team',
    );
  });
});
