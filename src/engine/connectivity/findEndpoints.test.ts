import { describe, expect, it } from 'vitest';
import { analyse } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { toNodeId } from './findNode.ts';
import { findEndpoints } from './findEndpoints.ts';

const workload = (kind: string, name: string) => yaml`
  ---
  apiVersion: apps/v1
  kind: ${kind}
  metadata: {name: ${name}, namespace: shop}
  spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: c, image: c}]}}}
`;

const pod = (name: string, ip: string, more = '') => yaml`
  ---
  apiVersion: v1
  kind: Pod
  metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}, ${more}}
  spec: {hostNetwork: ${String(name.startsWith('host'))}, containers: [{name: c, image: c}]}
  status: {podIP: ${JSON.stringify(ip)}, phase: Running}
`;

const connectivity = analyse(
  workload('Deployment', 'web') +
    workload('Deployment', 'twin') +
    workload('StatefulSet', 'twin') +
    pod('alone', '10.0.0.1') +
    pod(
      'db-0',
      'fd00::1',
      'ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: u, controller: true}]',
    ) +
    pod('host-a', '172.16.0.1') +
    pod('host-b', '172.16.0.1') +
    pod('clash-a', '10.0.0.9') +
    pod('clash-b', '10.0.0.9') +
    yaml`
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: clash-a}}
        egress: [{to: [{ipBlock: {cidr: 192.0.2.0/24}}]}]
    `,
);

const find = (text: string): string => {
  const found = findEndpoints(connectivity, text);
  return found.ok
    ? `${found.node.type} ${toNodeId(connectivity, found.node)}`
    : [found.reason, ...found.candidates].join(' ');
};

describe('finding an endpoint', () => {
  it('takes namespace/name for a workload, or else a pod, of that name', () => {
    expect(find('shop/web')).toBe('workload shop/Deployment/web');
    expect(find('shop/alone')).toBe('workload shop/Pod/alone');
    expect(find('shop/db')).toBe('workload shop/StatefulSet/db');
    expect(find('shop/db-0')).toBe('pod shop/Pod/db-0');
  });

  it('takes namespace/Kind/name, the kind in any case', () => {
    expect(find('shop/Deployment/web')).toBe('workload shop/Deployment/web');
    expect(find('shop/deployment/web')).toBe('workload shop/Deployment/web');
    expect(find('shop/Pod/db-0')).toBe('pod shop/Pod/db-0');
    expect(find('shop/pod/db-0')).toBe('pod shop/Pod/db-0');
    expect(find('shop/StatefulSet/web')).toBe('unknown');
  });

  it('names all that could be meant when there are several', () => {
    expect(find('shop/twin')).toBe('ambiguous shop/Deployment/twin shop/StatefulSet/twin');
    expect(find('shop/StatefulSet/twin')).toBe('workload shop/StatefulSet/twin');
    expect(find('10.0.0.9')).toBe('ambiguous shop/Pod/clash-a shop/Pod/clash-b');
  });

  it('takes an address for the pod that has it, however it is written', () => {
    expect(find('10.0.0.1')).toBe('pod shop/Pod/alone');
    expect(find('::ffff:10.0.0.1')).toBe('pod shop/Pod/alone');
    expect(find('fd00:0::1')).toBe('pod shop/Pod/db-0');
  });

  it('takes the address of a node for any of the pods on its network, which nothing tells apart', () => {
    expect(find('172.16.0.1')).toBe('pod shop/Pod/host-a');
  });

  it('takes any other address for the external endpoint it lies in', () => {
    expect(find('192.0.2.7')).toBe('external external:192.0.2.0-192.0.2.255');
    expect(find('192.0.3.7')).toBe('external external:0.0.0.0-192.0.1.255');
    expect(find('2001:db8::1')).toBe('external external:0.0.0.0-192.0.1.255');
  });

  it('takes ids', () => {
    expect(find('external:192.0.2.0-192.0.2.255')).toBe('external external:192.0.2.0-192.0.2.255');
    expect(find('external:nowhere')).toBe('unknown');
  });

  it('says what it cannot read and what it does not know', () => {
    for (const text of ['', 'web', 'shop/', '/web', 'a/b/c/d', '10.0.0']) expect(find(text)).toBe('malformed');
    expect(find('shop/nobody')).toBe('unknown');
    expect(find('other/web')).toBe('unknown');
  });
});
