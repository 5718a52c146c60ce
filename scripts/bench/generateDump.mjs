/**
 * A cluster's dump as `kubectl get namespaces,deployments,pods,networkpolicies -A -o yaml` prints it, the same for the same arguments.
 *
 * @param {{ namespaces: number, workloads: number, podsPerWorkload: number, policies: number }} size
 * @returns {string} one `kind: List`
 */
export function generateDump({ namespaces, workloads, podsPerWorkload, policies }) {
  const namespaceOf = (workload) => `team-${workload % namespaces}`;
  const items = [];
  for (let index = 0; index < namespaces; index += 1) items.push(namespace(`team-${index}`, index));
  for (let workload = 0; workload < workloads; workload += 1) {
    const of = { workload, namespace: namespaceOf(workload), name: `service-${workload}` };
    items.push(deployment(of, podsPerWorkload));
    for (let pod = 0; pod < podsPerWorkload; pod += 1) items.push(podOf(of, pod, workload * podsPerWorkload + pod));
  }
  for (let policy = 0; policy < policies; policy += 1) {
    items.push(networkPolicy({ policy, workload: policy % workloads, workloads, namespaceOf }));
  }
  return `apiVersion: v1\nitems:\n${items.join('')}kind: List\nmetadata:\n  resourceVersion: ""\n`;
}

const namespace = (name, index) => `- apiVersion: v1
  kind: Namespace
  metadata:
    creationTimestamp: "2026-01-15T09:30:00Z"
    labels:
      environment: ${index % 2 === 0 ? 'production' : 'staging'}
      kubernetes.io/metadata.name: ${name}
    name: ${name}
    resourceVersion: "${1000 + index}"
  spec:
    finalizers:
    - kubernetes
  status:
    phase: Active
`;

const labels = ({ workload, name }, indent) =>
  [`app: ${name}`, `part-of: product-${workload % 7}`, `tier: ${['web', 'api', 'data'][workload % 3]}`]
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');

const containers = ({ workload, name }, indent) =>
  `containers:
- env:
  - name: LOG_LEVEL
    value: info
  - name: POD_IP
    valueFrom:
      fieldRef:
        apiVersion: v1
        fieldPath: status.podIP
  image: registry.example.com/product-${workload % 7}/${name}:1.${workload % 30}.0
  imagePullPolicy: IfNotPresent
  livenessProbe:
    failureThreshold: 3
    httpGet:
      path: /healthz
      port: http
      scheme: HTTP
    periodSeconds: 10
    successThreshold: 1
    timeoutSeconds: 1
  name: main
  ports:
  - containerPort: ${8080 + (workload % 5)}
    name: http
    protocol: TCP
  - containerPort: 9090
    name: metrics
    protocol: TCP
  resources:
    limits:
      memory: 256Mi
    requests:
      cpu: 100m
      memory: 128Mi
  terminationMessagePath: /dev/termination-log
  terminationMessagePolicy: File
`
    .replaceAll(/^/gm, ' '.repeat(indent))
    .trimEnd();

const deployment = (of, replicas) => `- apiVersion: apps/v1
  kind: Deployment
  metadata:
    annotations:
      deployment.kubernetes.io/revision: "3"
    labels:
${labels(of, 6)}    name: ${of.name}
    namespace: ${of.namespace}
    uid: 00000000-0000-4000-8000-${String(of.workload).padStart(12, '0')}
  spec:
    replicas: ${replicas}
    selector:
      matchLabels:
        app: ${of.name}
    template:
      metadata:
        labels:
${labels(of, 10)}      spec:
${containers(of, 8)}
`;

const podOf = (of, pod, number) => `- apiVersion: v1
  kind: Pod
  metadata:
    creationTimestamp: "2026-03-02T11:02:17Z"
    generateName: ${of.name}-7d4b9c6f5-
    labels:
${labels(of, 6)}      pod-template-hash: 7d4b9c6f5
    name: ${of.name}-7d4b9c6f5-${String(pod).padStart(5, '0')}
    namespace: ${of.namespace}
    ownerReferences:
    - apiVersion: apps/v1
      blockOwnerDeletion: true
      controller: true
      kind: ReplicaSet
      name: ${of.name}-7d4b9c6f5
      uid: 00000000-0000-4000-9000-${String(of.workload).padStart(12, '0')}
    resourceVersion: "${100_000 + number}"
  spec:
${containers(of, 4)}
    dnsPolicy: ClusterFirst
    nodeName: node-${number % 40}
    restartPolicy: Always
    schedulerName: default-scheduler
    serviceAccountName: ${of.name}
    terminationGracePeriodSeconds: 30
    tolerations:
    - effect: NoExecute
      key: node.kubernetes.io/not-ready
      operator: Exists
      tolerationSeconds: 300
  status:
    conditions:
    - lastProbeTime: null
      lastTransitionTime: "2026-03-02T11:02:21Z"
      status: "True"
      type: Ready
    hostIP: 192.168.0.${number % 40}
    phase: Running
    podIP: 10.${Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${(number % 250) + 1}
    podIPs:
    - ip: 10.${Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${(number % 250) + 1}
    qosClass: Burstable
    startTime: "2026-03-02T11:02:17Z"
`;

/** Both directions, with every kind of peer: own pods, another namespace's, a range of addresses with a hole. */
const networkPolicy = ({ policy, workload, workloads, namespaceOf }) => {
  const other = (workload * 7 + policy + 1) % workloads;
  return `- apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata:
    name: policy-${policy}
    namespace: ${namespaceOf(workload)}
  spec:
    egress:
    - ports:
      - port: 53
        protocol: UDP
      to:
      - namespaceSelector: {}
        podSelector:
          matchLabels:
            tier: data
    - ports:
      - port: 443
        protocol: TCP
      to:
      - ipBlock:
          cidr: 172.${16 + (policy % 16)}.0.0/16
          except:
          - 172.${16 + (policy % 16)}.${policy % 256}.0/24
    - ports:
      - port: http
        protocol: TCP
      to:
      - namespaceSelector:
          matchLabels:
            kubernetes.io/metadata.name: ${namespaceOf(other)}
        podSelector:
          matchLabels:
            app: service-${other}
    ingress:
    - from:
      - podSelector:
          matchExpressions:
          - key: tier
            operator: In
            values:
            - web
            - api
      - namespaceSelector:
          matchLabels:
            environment: production
        podSelector:
          matchLabels:
            part-of: product-${policy % 7}
      ports:
      - endPort: 8090
        port: 8080
        protocol: TCP
    podSelector:
      matchLabels:
        app: service-${workload}
    policyTypes:
    - Ingress
    - Egress
`;
};
