const hash = (index) => (0x1a2b3c4d + index * 2654435761).toString(36).slice(-9);
const uid = (kind, index) =>
  `${kind.length.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const apiVersions = { Deployment: 'apps/v1', StatefulSet: 'apps/v1', DaemonSet: 'apps/v1', Job: 'batch/v1' };

/** The object of a workload, as `kubectl get -o yaml` prints it. */
export function createWorkloadObject({ index, namespace, name, kind, labels, ports, hostNetwork, replicas }) {
  const selector = selectorOf({ kind, labels, index });
  return {
    apiVersion: apiVersions[kind],
    kind,
    metadata: { labels, name, namespace: namespace.name, uid: uid(kind, index) },
    spec: {
      ...((kind === 'Deployment' || kind === 'StatefulSet') && { replicas }),
      ...(kind === 'Job' && { parallelism: replicas }),
      ...(kind === 'StatefulSet' && { serviceName: name }),
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: kind === 'Job' ? { ...labels, ...selector } : labels },
        spec: createPodSpec({ name, ports, hostNetwork, namespace }),
      },
    },
  };
}

const selectorOf = ({ kind, labels, index }) =>
  kind === 'Job'
    ? { 'batch.kubernetes.io/controller-uid': uid(kind, index) }
    : Object.fromEntries(Object.entries(labels).slice(0, 1));

function createPodSpec({ name, ports, hostNetwork, namespace }) {
  return {
    containers: [
      {
        env: [
          { name: 'LOG_LEVEL', value: 'info' },
          { name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } },
        ],
        image: `registry.example.com/${namespace.labels.team ?? 'system'}/${name}:1.4.2`,
        imagePullPolicy: 'IfNotPresent',
        name: 'main',
        ...(ports.length > 0 && { ports }),
        resources: { limits: { memory: '256Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ],
    dnsPolicy: hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst',
    ...(hostNetwork && { hostNetwork: true }),
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    serviceAccountName: name,
    terminationGracePeriodSeconds: 30,
  };
}

/** Machines with a range of pod addresses each; every pod gets one of its machine's, or the machine's own. */
export function createMachines({ pods, random }) {
  const count = Math.max(3, Math.ceil(pods / 40));
  const used = new Uint8Array(count);
  const take = (machine, hostNetwork) => {
    const hostIP = `172.20.${machine >> 8}.${machine & 255}`;
    if (hostNetwork) return { nodeName: `node-${machine}`, hostIP, podIP: hostIP };
    used[machine] += 1;
    return { nodeName: `node-${machine}`, hostIP, podIP: `10.${machine >> 8}.${machine & 255}.${used[machine] + 1}` };
  };
  return {
    /** A place for the `number`-th pod of a workload: of a DaemonSet each on its own machine. */
    place: (number, { kind, hostNetwork }) => {
      let machine = kind === 'DaemonSet' ? number % count : random.integer(count);
      while (used[machine] > 250) machine = (machine + 1) % count;
      return take(machine, hostNetwork);
    },
  };
}

/** One running pod of a workload, with what its controller adds. */
export function createPodObject(workload, number, { machines, random }) {
  const { index, namespace, name, kind, labels, ports, hostNetwork } = workload;
  const { nodeName, hostIP, podIP } = machines.place(number, workload);
  const owner = ownerOf(workload);
  const podName =
    kind === 'StatefulSet' ? `${name}-${number}` : `${owner.name}-${random.suffix(5)}${number.toString(36)}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      creationTimestamp: '2026-03-02T11:02:17Z',
      generateName: `${owner.name}-`,
      labels: { ...labels, ...addedLabels({ kind, name, index, number, podName }) },
      name: podName,
      namespace: namespace.name,
      ownerReferences: [
        {
          apiVersion: owner.apiVersion,
          blockOwnerDeletion: true,
          controller: true,
          kind: owner.kind,
          name: owner.name,
          uid: uid(owner.kind, index),
        },
      ],
    },
    spec: { ...createPodSpec({ name, ports, hostNetwork, namespace }), nodeName },
    status: {
      conditions: [{ lastProbeTime: null, lastTransitionTime: '2026-03-02T11:02:21Z', status: 'True', type: 'Ready' }],
      hostIP,
      phase: 'Running',
      podIP,
      podIPs: [{ ip: podIP }],
      qosClass: 'Burstable',
      startTime: '2026-03-02T11:02:17Z',
    },
  };
}

const ownerOf = ({ kind, name, index }) =>
  kind === 'Deployment'
    ? { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-${hash(index)}` }
    : { apiVersion: apiVersions[kind], kind, name };

function addedLabels({ kind, name, index, number, podName }) {
  switch (kind) {
    case 'Deployment':
      return { 'pod-template-hash': hash(index) };
    case 'StatefulSet':
      return {
        'apps.kubernetes.io/pod-index': String(number),
        'controller-revision-hash': `${name}-${hash(index)}`,
        'statefulset.kubernetes.io/pod-name': podName,
      };
    case 'DaemonSet':
      return { 'controller-revision-hash': hash(index), 'pod-template-generation': '1' };
    case 'Job':
      return {
        'batch.kubernetes.io/controller-uid': uid(kind, index),
        'batch.kubernetes.io/job-name': name,
        'job-name': name,
      };
  }
}
