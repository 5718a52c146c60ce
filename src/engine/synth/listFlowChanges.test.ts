import { describe, expect, it } from 'vitest';
import { analyseOpen } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { listFlowChanges } from './listFlowChanges.ts';

const workload = (name: string, namespace: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: main }] }
`;
const isolated = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api, namespace: shop }
  spec:
    podSelector: {}
    ingress:
      - from: [{ namespaceSelector: { matchLabels: { team: ops } } }]
        ports: [{ port: 9090 }]
`;
const described = yaml`
  apiVersion: v1
  kind: Namespace
  metadata: { name: ops, labels: { team: ops } }
`;

const evaluate = (...documents: readonly string[]) =>
  analyseOpen([workload('api', 'shop'), workload('probe', 'ops'), isolated, ...documents].join('\n---\n'));

describe('what a plan changes of the flows', () => {
  it('says which ports were or become uncertain', () => {
    const changes = listFlowChanges(evaluate(), evaluate(described));
    const words = changes.map(({ from, to, before, after, uncertainBefore, uncertainAfter }) =>
      [`${from} → ${to}`, ...[before, after, uncertainBefore, uncertainAfter].map(formatPortSet)].join(' | '),
    );
    expect(words).toEqual(['ops/Deployment/probe → shop/Deployment/api | no port | TCP 9090 | TCP 9090 | no port']);
  });

  it('lists a flow of which only the uncertain ports differ', () => {
    const wider = isolated.replace('9090', '9091').replace('name: api', 'name: more');
    const changes = listFlowChanges(evaluate(), evaluate(wider));
    const words = changes.map(({ from, uncertainBefore, uncertainAfter }) =>
      [from, formatPortSet(uncertainBefore), formatPortSet(uncertainAfter)].join(' | '),
    );
    // The namespace of the API itself has no Namespace object, either.
    expect(words).toEqual([
      'shop/Deployment/api | TCP 9090 | TCP 9090-9091',
      'ops/Deployment/probe | TCP 9090 | TCP 9090-9091',
    ]);
  });
});
