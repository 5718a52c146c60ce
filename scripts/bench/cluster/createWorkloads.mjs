/** By role: the name of its main port and the numbers that teams choose for it. */
const roles = {
  web: { kind: 'Deployment', port: 'http', numbers: [8080, 3000, 8000, 5000] },
  api: { kind: 'Deployment', port: 'http', numbers: [8080, 8081, 9080, 8000] },
  grpc: { kind: 'Deployment', port: 'grpc', numbers: [50051, 9000, 50052] },
  worker: { kind: 'Deployment', port: null, numbers: [] },
  cache: { kind: 'StatefulSet', port: 'redis', numbers: [6379, 6380] },
  database: { kind: 'StatefulSet', port: 'postgres', numbers: [5432, 5433] },
  migration: { kind: 'Job', port: null, numbers: [] },
  agent: { kind: 'DaemonSet', port: 'http', numbers: [8126, 2020] },
};
const usualRoles = [
  'web',
  'api',
  'grpc',
  'api',
  'worker',
  'cache',
  'api',
  'database',
  'web',
  'migration',
  'api',
  'agent',
];
const metricsPorts = [9090, 9102, 15020, 2112];

/** What runs in every cluster, by namespace. */
const systemWorkloads = {
  'kube-system': [
    { name: 'coredns', kind: 'Deployment', labels: { 'k8s-app': 'kube-dns' }, ports: dnsPorts() },
    { name: 'kube-proxy', kind: 'DaemonSet', labels: { 'k8s-app': 'kube-proxy' }, ports: [], hostNetwork: true },
    { name: 'node-agent', kind: 'DaemonSet', labels: { 'k8s-app': 'node-agent' }, ports: [], hostNetwork: true },
    {
      name: 'metrics-server',
      kind: 'Deployment',
      labels: { 'k8s-app': 'metrics-server' },
      ports: [tcp('https', 10250)],
    },
  ],
  'ingress-nginx': [
    {
      name: 'ingress-nginx-controller',
      kind: 'Deployment',
      labels: { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' },
      ports: [tcp('http', 80), tcp('https', 443), tcp('metrics', 10254)],
    },
  ],
  monitoring: [
    {
      name: 'prometheus',
      kind: 'StatefulSet',
      labels: { 'app.kubernetes.io/name': 'prometheus' },
      ports: [tcp('web', 9090)],
    },
    {
      name: 'alertmanager',
      kind: 'StatefulSet',
      labels: { 'app.kubernetes.io/name': 'alertmanager' },
      ports: [tcp('web', 9093)],
    },
    {
      name: 'node-exporter',
      kind: 'DaemonSet',
      labels: { 'app.kubernetes.io/name': 'node-exporter' },
      ports: [tcp('metrics', 9100)],
      hostNetwork: true,
    },
  ],
};

function tcp(name, containerPort) {
  return { name, containerPort, protocol: 'TCP' };
}

function dnsPorts() {
  return [{ name: 'dns', containerPort: 53, protocol: 'UDP' }, tcp('dns-tcp', 53), tcp('metrics', 9153)];
}

/** What is to run in the namespaces: `count` workloads, each with the number of its pods, `count * podsPerWorkload` together. */
export function createWorkloads({ namespaces, count, podsPerWorkload, random }) {
  const workloads = [];
  const add = (namespace, workload) => {
    const index = workloads.length;
    workloads.push({ ...workload, index, namespace, replicas: replicasOf(index, count, podsPerWorkload) });
  };
  for (const namespace of namespaces) {
    for (const workload of systemWorkloads[namespace.name] ?? [])
      if (workloads.length < count) add(namespace, workload);
  }
  const applications = namespaces.filter(({ system }) => !system);
  const crowd = applications.flatMap((namespace, index) => Array(1 + (index % 4)).fill(namespace));
  for (let number = 0; workloads.length < count; number += 1) {
    // Everyone gets some; what is left goes to namespaces of different sizes.
    const namespace =
      number < applications.length * 4 ? applications[number % applications.length] : random.pick(crowd);
    add(namespace, createApplication(number, random));
  }
  return workloads;
}

function createApplication(number, random) {
  const role = usualRoles[(number * 7 + random.integer(3)) % usualRoles.length];
  const { kind, port, numbers } = roles[role];
  const name = `${role}-${number}`;
  const named = port === null ? [] : [tcp(port, random.pick(numbers))];
  const scraped = random.chance(0.7) ? [tcp('metrics', random.pick(metricsPorts))] : [];
  return {
    name,
    kind,
    role,
    labels: {
      app: name,
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/component': role,
      'app.kubernetes.io/part-of': `product-${number % 23}`,
      tier: { web: 'frontend', cache: 'data', database: 'data' }[role] ?? 'backend',
      ...(random.chance(0.2) && { canary: random.pick(['blue', 'green']) }),
    },
    ports: [...named, ...scraped],
    hostNetwork: kind === 'DaemonSet' && random.chance(0.3),
  };
}

/** Few workloads have many pods: nine sizes in turn whose mean is `podsPerWorkload`, and the mean for those left over. */
function replicasOf(index, count, podsPerWorkload) {
  const shares = [0.2, 1.2, 0.4, 1, 2, 0.6, 1, 1.6, 1];
  const inTurn = count - (count % shares.length);
  const rounded = shares.map((share) => Math.max(1, Math.round(share * podsPerWorkload)));
  const exact = rounded.reduce((sum, one) => sum + one, 0) === shares.length * podsPerWorkload;
  return exact && index < inTurn ? rounded[index % shares.length] : podsPerWorkload;
}
