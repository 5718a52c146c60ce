const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const everyPod = { podSelector: {} };
const inNamespace = (name) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const tcp = (port, endPort) => ({ port, protocol: 'TCP', ...(endPort && { endPort }) });
const app = ({ labels }) => ({ matchLabels: { app: labels.app } });
const mainPort = ({ ports }) => ports[0] && tcp(ports[0].name === 'metrics' ? ports[0].containerPort : ports[0].name);

/** Addresses that the whole company knows: partners, office networks, subnets of databases outside the cluster. */
const partner = (number) => ({
  cidr: `203.${number % 24}.${(number * 37) % 256}.0/24`,
  ...(number % 3 === 0 && { except: [`203.${number % 24}.${(number * 37) % 256}.128/26`] }),
});
const subnet = (number) => ({
  cidr: `172.31.${number % 32}.0/24`,
  ...(number % 4 === 0 && { except: [`172.31.${number % 32}.1/32`] }),
});

/** What the pods of a whole namespace are given first, in this order. */
const basics = [
  ({ random }) => ({
    name: 'default-deny',
    podSelector: {},
    policyTypes: random.chance(0.6) ? ['Ingress', 'Egress'] : ['Ingress'],
  }),
  () => ({
    name: 'allow-same-namespace',
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [everyPod] }],
    egress: [{ to: [everyPod] }],
  }),
  () => ({
    name: 'allow-dns',
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ ...inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
        ports: [{ port: 53, protocol: 'UDP' }, tcp(53)],
      },
    ],
  }),
  () => ({
    name: 'allow-ingress-controller',
    podSelector: { matchLabels: { tier: 'frontend' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            ...inNamespace('ingress-nginx'),
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
          },
        ],
        ports: [tcp('http')],
      },
    ],
  }),
  () => ({
    name: 'allow-monitoring',
    podSelector: {
      matchExpressions: [{ key: 'app.kubernetes.io/component', operator: 'NotIn', values: ['migration'] }],
    },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          { ...inNamespace('monitoring'), podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } },
        ],
        ports: [tcp('metrics')],
      },
    ],
  }),
];

/** What one workload is given; `own` is it, `other` another one, of the same namespace or not. */
const ofWorkloads = [
  ({ own, other }) => ({
    podSelector: app(own),
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [{ ...inNamespace(other.namespace.name), podSelector: app(other) }],
        ports: mainPort(own) && [mainPort(own)],
      },
    ],
  }),
  ({ own, other }) => ({
    podSelector: app(own),
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ ...inNamespace(other.namespace.name), podSelector: app(other) }],
        ports: mainPort(other) && [mainPort(other)],
      },
    ],
  }),
  ({ own, number }) => ({
    podSelector: app(own),
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: partner(number % 60) }, { ipBlock: partner((number + 7) % 60) }], ports: [tcp(443)] }],
  }),
  ({ own, number, random }) => ({
    podSelector: app(own),
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { team: own.namespace.labels.team, env: own.namespace.labels.env } },
            podSelector: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['frontend', 'backend'] }] },
          },
        ],
        ports: [tcp(8000 + (number % 5) * 20, 8099)],
      },
      ...(random.chance(0.3)
        ? [{ from: [{ ipBlock: { cidr: `192.168.${number % 16}.0/24` } }], ports: [tcp(8443)] }]
        : []),
    ],
  }),
  ({ own, number }) => ({
    podSelector: { matchLabels: { 'app.kubernetes.io/part-of': own.labels['app.kubernetes.io/part-of'] } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: subnet(number) }], ports: [tcp(5432), tcp(6379, 6399)] }],
  }),
  ({ own }) => ({
    podSelector: app(own),
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: privateRanges } }], ports: [tcp(443), tcp(80)] }],
  }),
  ({ own }) => ({
    podSelector: {
      matchExpressions: [
        { key: 'app', operator: 'In', values: [own.labels.app] },
        { key: 'canary', operator: 'DoesNotExist' },
      ],
    },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: {
              matchExpressions: [
                { key: 'env', operator: 'In', values: [own.namespace.labels.env] },
                { key: 'cell', operator: 'DoesNotExist' },
              ],
            },
            podSelector: { matchLabels: { 'app.kubernetes.io/part-of': own.labels['app.kubernetes.io/part-of'] } },
          },
        ],
        ports: [tcp('http'), tcp('grpc')],
      },
    ],
  }),
  ({ own, other }) => ({
    podSelector: { matchExpressions: [{ key: 'canary', operator: 'Exists' }] },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: app(own) }] }],
    egress: [
      {
        to: [{ ...inNamespace(other.namespace.name), podSelector: app(other) }],
        ports: mainPort(other) && [mainPort(other)],
      },
    ],
  }),
  ({ own, other }) => ({
    podSelector:
      own.kind === 'StatefulSet'
        ? { matchLabels: { 'statefulset.kubernetes.io/pod-name': `${own.name}-0` } }
        : app(own),
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          { podSelector: app(other) },
          { podSelector: { matchLabels: { 'app.kubernetes.io/component': 'migration' } } },
        ],
        ports: mainPort(own) && [mainPort(own)],
      },
    ],
  }),
];

/**
 * Policies in the mix that clusters have. One in seven namespaces of applications has none, as most do before someone
 * begins; the others have the basics first and then rules for single workloads.
 */
export function createPolicies({ namespaces, workloads, count, random }) {
  const byNamespace = Map.groupBy
    ? Map.groupBy(workloads, ({ namespace }) => namespace)
    : groupBy(workloads, ({ namespace }) => namespace);
  const isolated = namespaces.filter(
    (namespace, index) => !namespace.system && index % 7 !== 0 && byNamespace.has(namespace),
  );
  const policies = [];
  for (let number = 0; number < count; number += 1) {
    const namespace = isolated[number % isolated.length];
    const round = Math.floor(number / isolated.length);
    const own = random.pick(byNamespace.get(namespace));
    const neighbours = random.chance(0.6) ? byNamespace.get(namespace) : byNamespace.get(random.pick(isolated));
    const make = basics[round] ?? ofWorkloads[(number * 5 + round) % ofWorkloads.length];
    const made = make({ own, other: random.pick(neighbours), number, random });
    policies.push({ namespace, object: toObject(made, { namespace, number, own }) });
  }
  return policies;
}

function toObject({ name, podSelector, policyTypes, ingress, egress }, { namespace, number, own }) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: name ?? `${own.name}-${number}`, namespace: namespace.name },
    spec: {
      podSelector,
      policyTypes,
      ...(ingress && { ingress: ingress.map(withoutGaps) }),
      ...(egress && { egress: egress.map(withoutGaps) }),
    },
  };
}

/** A workload without ports of its own is admitted on all of them. */
const withoutGaps = (rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(value);
  }
  return groups;
}
