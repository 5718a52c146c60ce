import { choice, integer, list, map, port, text, unexplained, type FieldSchema } from './FieldSchema.ts';
import { selectorSchema } from './selectorSchema.ts';

const policyTypes = ['Ingress', 'Egress'];

const portSchema = map('One port, a range of ports, or all ports of a protocol.', {
  protocol: choice('`TCP` when left out.', ['TCP', 'UDP', 'SCTP']),
  port: port(
    'A port of the destination’s pods, by number or by the name their containers give it: never the Service’s port. Left out: every port of the protocol.',
    { role: 'rulePort' },
  ),
  endPort: integer('The last port of a range that begins at `port`, which must be a number then.'),
});

const peerSchema = map('Who is at the other end. With both selectors, both must hold for the same pod.', {
  podSelector: selectorSchema(
    'Pods by their labels: in the policy’s own namespace, or in those that `namespaceSelector` beside it selects. `{}` is every pod there.',
    'peerPods',
  ),
  namespaceSelector: selectorSchema(
    'Namespaces by their labels; `{}` is every namespace. Alone it stands for all pods in them.',
    'namespaces',
  ),
  ipBlock: map('A range of addresses; meant for what is outside the cluster. It cannot stand beside a selector.', {
    cidr: text('The range, such as `10.0.0.0/8` or `2001:db8::/32`.', { role: 'cidr' }),
    except: list('Parts of `cidr` that are left out.', text('A range inside `cidr`.', { role: 'cidr' })),
  }),
});

const peers = (doc: string): FieldSchema => list(doc, peerSchema);
const ports = list('The ports that are allowed; left out or empty: every port.', portSchema);

/** `spec` of networking.k8s.io/v1 NetworkPolicy. */
export const networkPolicySpec: FieldSchema = map('Which pods, which directions, what is allowed.', {
  podSelector: selectorSchema(
    'The pods of this namespace that the policy is about; `{}` is every pod of the namespace.',
    'policyPods',
  ),
  policyTypes: list(
    'The directions that the policy isolates. Left out: `Ingress`, and `Egress` too when there are egress rules.',
    choice('A direction.', policyTypes),
  ),
  ingress: list(
    'What may come in; rules of all policies add up. Empty or left out: nothing, if `Ingress` is isolated.',
    map('An allowed kind of traffic to the selected pods: from any of `from`, on any of `ports`.', {
      from: peers('Who may connect. Left out or empty: everybody.'),
      ports,
    }),
  ),
  egress: list(
    'What may go out; rules of all policies add up. Empty or left out: nothing, if `Egress` is isolated.',
    map('An allowed kind of traffic from the selected pods: to any of `to`, on any of `ports`.', {
      to: peers('Whom they may connect to. Left out or empty: everybody.'),
      ports,
    }),
  ),
});

/** The other fields of a NetworkPolicy object. */
export const networkPolicyRest = unexplained('status');
