import fc from 'fast-check';
import type { ApiNetworkPolicy, ApiPeer, ApiPort } from '../ApiObject.ts';
import { ipBlock } from './addresses.ts';
import { selector } from './labels.ts';
import { maybe, optional, optionalList } from './optional.ts';
import { namespaceField, portNames, portNumbers } from './pods.ts';

const absent = fc.constantFrom(undefined, null);

const peer: fc.Arbitrary<ApiPeer> = fc.oneof(
  { arbitrary: fc.record({ podSelector: selector, namespaceSelector: absent, ipBlock: absent }), weight: 3 },
  { arbitrary: fc.record({ podSelector: absent, namespaceSelector: selector, ipBlock: absent }), weight: 2 },
  { arbitrary: fc.record({ podSelector: selector, namespaceSelector: selector, ipBlock: absent }), weight: 2 },
  { arbitrary: fc.record({ podSelector: absent, namespaceSelector: absent, ipBlock }), weight: 3 },
);

const protocol = optional(fc.constantFrom('TCP', 'UDP', 'SCTP'));
const portNumber = fc.constantFrom(...portNumbers);

const port: fc.Arbitrary<ApiPort> = fc.oneof(
  { arbitrary: fc.record({ protocol, port: absent, endPort: absent }), weight: 1 },
  { arbitrary: fc.record({ protocol, port: portNumber, endPort: absent }), weight: 3 },
  {
    arbitrary: fc
      .record({ protocol, port: portNumber, endPort: portNumber })
      .map((range) => (range.endPort < range.port ? { ...range, port: range.endPort, endPort: range.port } : range)),
    weight: 2,
  },
  {
    arbitrary: fc.record({ protocol, port: fc.constantFrom(...portNames, 'unknown'), endPort: absent }),
    weight: 3,
  },
);

const ports = optionalList(port, { maxLength: 2, weight: 4 });
const peers = optionalList(peer, { maxLength: 3 });

const policyTypes = fc.oneof(
  { arbitrary: fc.constantFrom(['Ingress'], ['Egress']), weight: 2 },
  { arbitrary: fc.constant(['Ingress', 'Egress']), weight: 3 },
  { arbitrary: fc.constantFrom(undefined, null, [], ['Egress', 'Ingress'], ['Ingress', 'Ingress']), weight: 3 },
);

const metadata = (name: string): fc.Arbitrary<ApiNetworkPolicy['metadata']> =>
  namespaceField.map((namespace) => ({ name, ...(namespace && { namespace }) }));

export const policy = (index: number): fc.Arbitrary<ApiNetworkPolicy> =>
  fc.record({
    apiVersion: fc.constant('networking.k8s.io/v1' as const),
    kind: fc.constant('NetworkPolicy' as const),
    metadata: metadata(`policy-${index}`),
    spec: fc.record({
      podSelector: optional(selector, 5),
      policyTypes,
      ingress: optionalList(fc.record({ from: peers, ports }), { maxLength: 2 }),
      egress: optionalList(fc.record({ to: peers, ports }), { maxLength: 2 }),
    }),
  });

/** Policies that the API server refuses, so that they change nothing; each would deny or allow something if it counted. */
const invalidSpecs: object[] = [
  { podSelector: {}, ingress: [{ from: [{}] }] },
  { podSelector: {}, ingress: [{ ports: [{ port: 0 }] }] },
  { podSelector: {}, ingress: [{ ports: [{ port: 65536 }] }] },
  { podSelector: {}, ingress: [{ ports: [{ port: 80, endPort: 79 }] }] },
  { podSelector: {}, ingress: [{ ports: [{ port: 'http', endPort: 90 }] }] },
  { podSelector: {}, ingress: [{ ports: [{ endPort: 90 }] }] },
  { podSelector: {}, ingress: [{ ports: [{ protocol: 'ICMP' }] }] },
  { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/33' } }] }] },
  { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }] }] },
  { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] } }] }] },
  { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['fd00::/8'] } }] }] },
  { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }] }] },
  { podSelector: {}, policyTypes: ['Ingress', 'Egress', 'Ingress'] },
  { podSelector: {}, policyTypes: ['ingress'] },
  { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } },
  { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['web'] }] } },
  { podSelector: { matchExpressions: [{ key: 'app', operator: 'Equals', values: ['web'] }] } },
];

export const invalidPolicy: fc.Arbitrary<object | undefined> = maybe(
  fc.tuple(metadata('invalid'), fc.constantFrom(...invalidSpecs)).map(([metadata, spec]) => {
    return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
  }),
);
