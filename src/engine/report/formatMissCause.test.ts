import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { findEndpoints } from '../connectivity/findEndpoints.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { Protocol } from '../net/PortSet.ts';
import { toVerdictReport } from './toVerdictReport.ts';

const cluster = yaml`
  apiVersion: v1
  kind: List
  items:
    - {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: red}}}
    - {apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team: blue}}}
    - apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: c, image: c}]}
      status: {podIP: 10.1.0.5}
    - apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api, app.kubernetes.io/name: payments}}
      spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}]}
    - apiVersion: v1
      kind: Pod
      metadata: {name: job, namespace: ops, labels: {app: web}}
      spec: {containers: [{name: c, image: c}]}
    - apiVersion: v1
      kind: Pod
      metadata: {name: agent, namespace: shop, labels: {app: web}}
      spec: {hostNetwork: true, containers: [{name: c, image: c}]}
    - apiVersion: v1
      kind: Service
      metadata: {name: payments, namespace: shop}
      spec: {selector: {app: api}, ports: [{port: 80, targetPort: http}]}
`;

/** The likeliest cause, in words, when a policy with this spec is all there is. */
const explain = (from: string, to: string, port: string, spec: string): string | undefined => {
  const policy = yaml`
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p, namespace: shop}
    spec: ${spec}
  `;
  const files = [{ path: toFilePath('shop.yaml'), text: `${cluster}${policy}` }];
  const analysis = analyseFiles(files);
  const [start, end] = [from, to].map((name) => findEndpoints(analysis.connectivity, name));
  if (!start?.ok || !end?.ok) throw new Error('unknown end');
  const [protocol, number] = port.split('/') as [Protocol, string];
  const question = { from: start.node, to: end.node, port: { protocol, port: Number(number) }, asked: { from, to } };
  return toVerdictReport({ ...analysis, files }, question)?.cause?.message.replace('shop/NetworkPolicy/', '');
};

const into = (ingress: string) => `{podSelector: {matchLabels: {app: api}}, ingress: ${ingress}}`;
const outOf = (egress: string) => `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: ${egress}}`;

describe('the likeliest cause', () => {
  it.each([
    [
      'a label has a slip',
      'shop/web',
      'TCP/8080',
      into('[{from: [{podSelector: {matchLabels: {app: wbe}}}]}]'),
      'p spec.ingress[0].from[0] asks for pods with app=wbe, and shop/Pod/web has app=web',
    ],
    [
      'a label is missing',
      'shop/web',
      'TCP/8080',
      into('[{from: [{podSelector: {matchLabels: {role: front}}}]}]'),
      'p spec.ingress[0].from[0] asks for pods with role=front, and shop/Pod/web has no label role',
    ],
    [
      'another key has the value',
      'shop/web',
      'TCP/8080',
      into('[{from: [{podSelector: {matchLabels: {name: web}}}]}]'),
      'p spec.ingress[0].from[0] asks for pods with name=web, and shop/Pod/web has no such label, but app=web',
    ],
    [
      'a label is excluded',
      'shop/web',
      'TCP/8080',
      into('[{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web, db]}]}}]}]'),
      'p spec.ingress[0].from[0] asks for pods with app other than web or db, and shop/Pod/web has app=web',
    ],
    [
      'the other end is in another namespace',
      'ops/job',
      'TCP/8080',
      into('[{from: [{podSelector: {matchLabels: {app: web}}}]}]'),
      'p spec.ingress[0].from[0] takes in pods of its own namespace shop only, and ops/Pod/job is in ops',
    ],
    [
      'a namespace has another label',
      'ops/job',
      'TCP/8080',
      into('[{from: [{namespaceSelector: {matchLabels: {team: green}}}]}]'),
      'p spec.ingress[0].from[0] asks for namespaces with team=green, and ops has team=blue',
    ],
    [
      'the Service’s port is asked for',
      'shop/web',
      'TCP/80',
      into('[{ports: [{port: 8080}]}]'),
      "p spec.ingress[0].ports[0] lists TCP 8080, where the Service payments leads; 80 is the Service's own port, which policies do not see",
    ],
    [
      'the Service’s port is listed',
      'shop/web',
      'TCP/8080',
      into('[{ports: [{port: 80}]}]'),
      'p spec.ingress[0].ports[0] lists 80, the port of the Service payments; policies see the port of the pod, 8080',
    ],
    [
      'the protocol was left out',
      'shop/web',
      'UDP/53',
      into('[{ports: [{port: 53}]}]'),
      'p spec.ingress[0].ports[0] lists port 53 for TCP, not for UDP',
    ],
    [
      'another port is listed',
      'shop/web',
      'TCP/9090',
      into('[{ports: [{port: 8080}]}]'),
      'p spec.ingress[0].ports[0] lists TCP 8080, not TCP 9090',
    ],
    [
      'a port name has a slip',
      'shop/web',
      'TCP/8080',
      into('[{ports: [{port: htpp}]}]'),
      'p spec.ingress[0].ports[0] lists the port name htpp, and shop/Pod/api has none of that name, but http',
    ],
    [
      'a port name is of another protocol',
      'shop/web',
      'UDP/53',
      into('[{ports: [{port: dns}]}]'),
      'p spec.ingress[0].ports[0] lists the port name dns for TCP, and shop/Pod/api has it for UDP',
    ],
    [
      'an address is outside the block',
      '192.0.2.1',
      'TCP/8080',
      into('[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]'),
      'p spec.ingress[0].from[0] lists 10.0.0.0/8, where 192.0.2.1 is not',
    ],
    [
      'an address is excepted',
      '10.2.0.1',
      'TCP/8080',
      into('[{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.2.0.0/16]}}]}]'),
      'p spec.ingress[0].from[0] leaves 10.2.0.0/16 out of 10.0.0.0/8, and 10.2.0.1 is there',
    ],
    [
      'a selector is asked about an address',
      '192.0.2.1',
      'TCP/8080',
      into('[{from: [{namespaceSelector: {}}]}]'),
      'p spec.ingress[0].from[0] selects pods, and 192.0.2.1 is outside the cluster',
    ],
    [
      'a selector is asked about the host network',
      'shop/agent',
      'TCP/8080',
      into('[{from: [{podSelector: {}}]}]'),
      'p spec.ingress[0].from[0] selects pods by labels, and shop/Pod/agent is on the network of its node, where selectors do not reach',
    ],
    [
      'there is no rule',
      'shop/web',
      'TCP/8080',
      into('[]'),
      'p has no ingress rule, so it denies everything that no other policy allows',
    ],
    [
      'the direction is left out of policyTypes',
      'shop/web',
      'TCP/8080',
      '{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], egress: [{}]}',
      undefined,
    ],
  ])('says that %s', (_, from, port, spec, message) => {
    expect(explain(from, 'shop/api', port, spec)).toBe(message);
  });

  it('says that DNS was forgotten', () => {
    expect(explain('shop/web', 'ops/job', 'UDP/53', outOf('[{ports: [{port: 443}]}]'))).toBe(
      'p isolates its egress, and no egress rule allows port 53 to anyone: name lookups fail',
    );
    expect(explain('shop/web', 'ops/job', 'UDP/53', outOf('[{ports: [{port: 53}]}]'))).toBe(
      'p spec.egress[0].ports[0] lists port 53 for TCP, not for UDP',
    );
  });

  it('says that a rule stands where policyTypes does not list its direction', () => {
    const spec =
      '{podSelector: {}, policyTypes: [Egress], egress: [{}], ingress: [{}]}\n---\n' +
      yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: shop}
      spec: {}
    `;
    expect(explain('shop/web', 'shop/api', 'TCP/8080', spec)).toBe(
      'p spec.ingress[0] is without effect, since policyTypes does not list Ingress',
    );
  });

  it('says that the policy which would allow it has a slip in its own selector', () => {
    const spec =
      '{podSelector: {matchLabels: {app: apii}}, ingress: [{}]}\n---\n' +
      yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: shop}
      spec: {}
    `;
    expect(explain('shop/web', 'shop/api', 'TCP/8080', spec)).toBe(
      'p does not select shop/Pod/api: it asks for pods with app=apii, and shop/Pod/api has app=api',
    );
  });

  it('is the rule for which the least would have to change', () => {
    const rules = [
      '{from: [{namespaceSelector: {matchLabels: {team: blue}}}], ports: [{port: 8080}]}',
      '{from: [{podSelector: {matchLabels: {app: db}}}, {podSelector: {matchLabels: {app: wbe}}}], ports: [{port: 80}]}',
    ];
    expect(explain('shop/web', 'shop/api', 'TCP/8080', into(`[${rules.join(', ')}]`))).toBe(
      'p spec.ingress[1].from[1] asks for pods with app=wbe, and shop/Pod/web has app=web; and it lists 80, the port of the Service payments; policies see the port of the pod, 8080',
    );
  });
});
