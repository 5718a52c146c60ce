import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { formatPortSet } from '../net/formatPortSet.ts';

/**
 * What popular texts and other tools get wrong (docs/semantics): one shop of `web` and `api`, `web` in the namespace of
 * the policy and `guest` in another one, and one policy on `api`.
 */
const evaluate = (spec: string) => {
  const pod = (name: string, namespace: string) => yaml`
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
    spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
  `;
  const text = `${yaml`
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {stage: live}}
    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: visitors}
  `}${pod('web', 'shop')}${pod('api', 'shop')}${pod('guest', 'visitors')}${yaml`
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: policy, namespace: shop}
    spec:
      podSelector: {matchLabels: {app: api}}
      ${spec}
  `}`;
  const { connectivity, problems } = analyseFiles([{ path: 'shop.yaml', text }]);
  const index = (name: string) => connectivity.cluster.pods.findIndex((candidate) => candidate.name === name);
  const flow = (from: string, to: string) =>
    formatPortSet(connectivity.flow({ type: 'pod', index: index(from) }, { type: 'pod', index: index(to) }).ports);
  return {
    fromWeb: flow('web', 'api'),
    fromGuest: flow('guest', 'api'),
    toWeb: flow('api', 'web'),
    problems: problems.map(({ code }) => code),
  };
};

describe('contrary to popular claims', () => {
  it('(1) an empty policyTypes has an effect: it isolates ingress', () => {
    expect(evaluate('policyTypes: []')).toMatchObject({ fromWeb: 'no port', toWeb: 'every port' });
  });

  it('(2) a spec with egress rules only isolates ingress as well', () => {
    expect(evaluate('egress: [{ports: [{port: 80}]}]')).toMatchObject({ fromWeb: 'no port', toWeb: 'TCP 80' });
  });

  it('(3) NotIn can be used on namespaces', () => {
    const spec =
      'ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: stage, operator: NotIn, values: [test]}]}}]}]';
    expect(evaluate(spec)).toMatchObject({ fromWeb: 'every port', problems: [] });
  });

  it('(4) NotIn matches what lacks the label', () => {
    const spec =
      'ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: stage, operator: NotIn, values: [live]}]}}]}]';
    expect(evaluate(spec)).toMatchObject({ fromWeb: 'no port', fromGuest: 'every port' });
  });

  it('(5) empty ingress rules deny nothing while policyTypes lists only Egress', () => {
    expect(evaluate('policyTypes: [Egress]\ningress: []')).toMatchObject({
      fromWeb: 'every port',
      toWeb: 'no port',
    });
  });

  it('(6) empty egress rules deny no egress unless policyTypes lists Egress', () => {
    expect(evaluate('egress: []')).toMatchObject({ fromWeb: 'no port', toWeb: 'every port' });
    expect(evaluate('policyTypes: [Egress]\negress: []')).toMatchObject({ fromWeb: 'every port', toWeb: 'no port' });
  });

  it('(7) policyTypes is not required, and need not list a section that is used', () => {
    expect(evaluate('ingress: [{ports: [{port: 80}]}]')).toMatchObject({ fromWeb: 'TCP 80', problems: [] });
    expect(evaluate('policyTypes: [Ingress]\negress: [{ports: [{port: 80}]}]')).toMatchObject({
      fromWeb: 'no port',
      toWeb: 'every port',
      problems: [],
    });
  });

  it('(8) a selected pod is isolated in the directions of policyTypes only', () => {
    expect(evaluate('policyTypes: [Ingress]')).toMatchObject({ fromWeb: 'no port', toWeb: 'every port' });
    expect(evaluate('policyTypes: [Egress]')).toMatchObject({ fromWeb: 'every port', toWeb: 'no port' });
  });

  it('(9) an empty from matches every source', () => {
    expect(evaluate('ingress: [{from: []}]')).toMatchObject({ fromWeb: 'every port', fromGuest: 'every port' });
  });

  it('(10) an empty peer allows nothing: the policy is invalid and left out', () => {
    expect(evaluate('ingress: [{from: [{}]}]')).toMatchObject({ fromWeb: 'every port', problems: ['POLICY_INVALID'] });
    expect(evaluate('ingress: [{}]')).toMatchObject({ fromWeb: 'every port', problems: [] });
  });

  it('(11) a port without a protocol is TCP', () => {
    expect(evaluate('ingress: [{ports: [{port: 53}]}]').fromWeb).toBe('TCP 53');
  });

  it('(12) only ports are decided: nothing is said about ping', () => {
    expect(evaluate('policyTypes: [Ingress]').fromWeb).toBe('no port');
  });

  it('(16) endPort may equal port', () => {
    expect(evaluate('ingress: [{ports: [{port: 80, endPort: 80}]}]')).toMatchObject({
      fromWeb: 'TCP 80',
      problems: [],
    });
  });
});

describe('where other tools were confidently wrong', () => {
  it('an ipBlock peer selects no pod by its labels, and no pod of unknown address', () => {
    expect(evaluate('ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]')).toMatchObject({ fromWeb: 'no port' });
  });

  it('a policy opens nothing for pods that it does not select, and never denies what another one allows', () => {
    const both = evaluate('ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]');
    expect(both).toMatchObject({ fromWeb: 'every port', fromGuest: 'no port' });
  });

  it('the port of a Service is not the port of its pods', () => {
    expect(evaluate('ingress: [{ports: [{port: 80}]}]').fromWeb).toBe('TCP 80');
    expect(evaluate('ingress: [{ports: [{port: http}]}]').fromWeb).toBe('TCP 8080');
  });

  it('the empty namespaceSelector is every namespace, the empty podSelector only the own one', () => {
    expect(evaluate('ingress: [{from: [{namespaceSelector: {}}]}]').fromGuest).toBe('every port');
    expect(evaluate('ingress: [{from: [{podSelector: {}}]}]').fromGuest).toBe('no port');
  });
});
