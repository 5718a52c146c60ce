const systems = ['kube-system', 'ingress-nginx', 'monitoring'];
const teams = [
  'payments',
  'checkout',
  'catalog',
  'search',
  'identity',
  'billing',
  'shipping',
  'inventory',
  'messaging',
  'analytics',
  'media',
  'support',
  'pricing',
  'fraud',
  'loyalty',
  'platform',
];
const environments = ['production', 'staging', 'development'];

/** Namespaces as clusters have them: three of the system, then one per team and environment, and numbered ones when those run out. */
export function createNamespaces(count) {
  return Array.from({ length: count }, (_, index) => {
    if (index < systems.length) return describe(systems[index], { system: 'true' });
    const number = index - systems.length;
    const environment = environments[number % environments.length];
    const team = teams[Math.floor(number / environments.length) % teams.length];
    const round = Math.floor(number / (environments.length * teams.length));
    return describe(`${team}-${environment}${round === 0 ? '' : `-${round + 1}`}`, {
      env: environment,
      team,
      ...(round > 0 && { cell: `cell-${round + 1}` }),
      ...(number % 5 === 0 && { 'pod-security.kubernetes.io/enforce': 'restricted' }),
    });
  });
}

function describe(name, labels) {
  return {
    name,
    /** Only applications have policies and workloads of many kinds. */
    system: systems.includes(name),
    labels: { 'kubernetes.io/metadata.name': name, ...labels },
    object: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...labels } },
      status: { phase: 'Active' },
    },
  };
}
