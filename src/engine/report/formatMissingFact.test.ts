import { describe, expect, it } from 'vitest';
import { analyseOpen } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { explainWorkloadFlow } from '../explain/explainWorkloadFlow.ts';
import { formatMissingFact, formatSettling } from './formatMissingFact.ts';

const pod = (name: string, spec = '', status = '{}') => yaml`
  ---
  apiVersion: v1
  kind: Pod
  metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
  spec: {containers: [{name: c, image: c}], ${spec}}
  status: ${status}
`;
const deployment = yaml`
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop}
  spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: c}]}}}
`;
const policy = (from: string) => yaml`
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: p, namespace: shop}
  spec: {podSelector: {matchLabels: {app: api}}, ingress: [{from: [${from}]}]}
`;

/** What is missing at the ingress of `shop/Pod/api`, and what would settle it. */
const explain = (text: string, from: string): readonly string[] => {
  const { verdict, ingress } = explainWorkloadFlow(analyseOpen(text), from, 'shop/Pod/api', { port: null })!;
  expect(verdict).toBe('uncertain');
  return ingress.missing.map((fact) => `${formatMissingFact(fact)}: ${formatSettling(fact)}`);
};

describe('what an import does not say', () => {
  it('is the labels of a namespace', () => {
    expect(
      explain(
        `${pod('api')}${pod('web')}${policy('{namespaceSelector: {matchLabels: {team: a, env: b}}}')}`,
        'shop/Pod/web',
      ),
    ).toEqual([
      'no Namespace object of shop is in the import, and a selector asks for its labels team, env: add the Namespace object of shop',
    ]);
  });

  it('is the labels that a controller sets', () => {
    const text = `${pod('api')}${deployment}${policy('{podSelector: {matchLabels: {pod-template-hash: a1}}}')}`;
    expect(explain(text, 'shop/Deployment/web')).toEqual([
      'only the template of shop/Deployment/web is in the import, and a selector asks for its label pod-template-hash, which its controller sets: add its running pods, as "kubectl get pods -o yaml" prints them',
    ]);
  });

  it('is the addresses of a pod, once for all blocks', () => {
    const text = `${pod('api')}${deployment}${policy('{ipBlock: {cidr: 10.0.0.0/8}}, {ipBlock: {cidr: fd00::/8}}')}`;
    expect(explain(text, 'shop/Deployment/web')).toEqual([
      'the addresses of shop/Deployment/web are not in the import, and a rule asks for 10.0.0.0/8, fd00::/8: add its running pods, as "kubectl get pods -o yaml" prints them',
    ]);
  });

  it('is what only the network plugin can say', () => {
    const agent = pod('agent', 'hostNetwork: true', '{podIP: 10.0.0.1, hostIP: 10.0.0.1}');
    const text = `${pod('api', '', '{podIP: 10.1.0.1, hostIP: 10.0.0.2}')}${agent}${policy('{podSelector: {}}')}`;
    expect(explain(text, 'shop/Pod/agent')[0]).toContain(
      'whether policies reach such pods is up to the network plugin',
    );
  });

  it('is where two pods run', () => {
    const text = `${pod('api')}${pod('agent', 'hostNetwork: true')}${policy('{podSelector: {matchLabels: {app: x}}}')}`;
    expect(explain(text, 'shop/Pod/agent')).toEqual([
      'the import does not say whether shop/Pod/api and shop/Pod/agent run on one node, where nothing stops them: add both pods as they run, with status.hostIP',
    ]);
  });
});
