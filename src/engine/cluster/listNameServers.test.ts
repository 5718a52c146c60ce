import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { readInTest } from '../../testing/planInTest.ts';
import { listNameServers } from './listNameServers.ts';

const workload = (name: string, ports: string): string => yaml`
  apiVersion: apps/v1
  kind: DaemonSet
  metadata: { name: ${name}, namespace: dns }
  spec:
    selector: { matchLabels: { app: ${name} } }
    template:
      metadata: { labels: { app: ${name} } }
      spec: { containers: [{ name: main, ports: [${ports}] }] }
`;

const service = (ports: string, app = 'resolver', namespace = 'dns'): string => yaml`
  apiVersion: v1
  kind: Service
  metadata: { name: names, namespace: ${namespace} }
  spec: { selector: { app: ${app} }, ports: [${ports}] }
`;

const find = (...documents: readonly string[]) => {
  const { connectivity } = readInTest([{ path: 'a.yaml', text: documents.join('---\n') }]);
  return listNameServers(connectivity.cluster).map(({ workload: { name }, ports }) => `${name} ${ports.join()}`);
};

describe('name servers', () => {
  it('are workloads with a container port UDP 53', () => {
    expect(
      find(workload('resolver', '{ containerPort: 53, protocol: UDP }'), workload('web', '{ containerPort: 53 }')),
    ).toEqual(['resolver 53']);
  });

  it('are workloads behind port UDP 53 of a Service, on the port it leads to', () => {
    const named = workload('resolver', '{ name: dns, containerPort: 5353, protocol: UDP }');
    expect(find(named, service('{ port: 53, protocol: UDP, targetPort: dns }'))).toEqual(['resolver 5353']);
    expect(find(workload('resolver', ''), service('{ port: 53, protocol: UDP, targetPort: 1053 }'))).toEqual([
      'resolver 1053',
    ]);
    expect(find(workload('resolver', ''), service('{ port: 53, protocol: UDP }'))).toEqual(['resolver 53']);
  });

  it('may answer on several ports', () => {
    const own = workload('resolver', '{ containerPort: 53, protocol: UDP }');
    expect(find(own, service('{ port: 53, protocol: UDP, targetPort: 1053 }'))).toEqual(['resolver 53,1053']);
  });

  it('are not those behind another port, another protocol, other pods, or another namespace', () => {
    const bare = workload('resolver', '');
    expect(find(bare, service('{ port: 5300, protocol: UDP, targetPort: 53 }'))).toEqual([]);
    expect(find(bare, service('{ port: 53 }'))).toEqual([]);
    expect(find(bare, service('{ port: 53, protocol: UDP }', 'web'))).toEqual([]);
    expect(find(bare, service('{ port: 53, protocol: UDP }', 'resolver', 'shop'))).toEqual([]);
    expect(find(bare, service('{ port: 53, protocol: UDP, targetPort: dns }'))).toEqual([]);
  });
});
