/**
 * Manifests of a cluster in which every workload is entered by exactly two flows, so that there are two lines for each: one from its
 * own namespace, one from a workload of another. The same for the same arguments; a file for each namespace.
 *
 * @param {{ namespaces: number, workloads: number }} size
 * @returns {{ name: string, text: string }[]}
 */
export function generateWorkspace({ namespaces, workloads }) {
  const each = Math.ceil(workloads / namespaces);
  return Array.from({ length: namespaces }, (_, home) => {
    const count = Math.min(each, workloads - home * each);
    const parts = [namespaceOf(home)];
    for (let at = 0; at < count; at += 1) {
      parts.push(deployment(home, at), policy(home, at, peersOf({ home, at, each, namespaces, workloads })));
    }
    return { name: `${nameOf(home)}.yaml`, text: parts.join('---\n') };
  });
}

const nameOf = (home) => `team-${String(home).padStart(3, '0')}`;
const appOf = (at) => `${['web', 'api', 'worker', 'store', 'queue'][at % 5]}-${at}`;
const portOf = (at) => 8080 + (at % 5);

/** Who may come in: one of the own namespace, one of another that it works with. */
function peersOf({ home, at, each, namespaces, workloads }) {
  const ownSize = Math.min(each, workloads - home * each);
  const own = ownSize > 1 ? (at === 0 ? ownSize - 1 : at - 1 - (at % 3 === 2 ? 1 : 0)) : at;
  const away = (home + [1, 3, 7][at % 3]) % namespaces;
  const awaySize = Math.min(each, workloads - away * each);
  return { own, away, from: (at * 3 + home) % awaySize };
}

const namespaceOf = (home) => `apiVersion: v1
kind: Namespace
metadata:
  name: ${nameOf(home)}
  labels:
    kubernetes.io/metadata.name: ${nameOf(home)}
`;

const deployment = (home, at) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${appOf(at)}
  namespace: ${nameOf(home)}
spec:
  replicas: ${1 + (at % 3)}
  selector:
    matchLabels: {app: ${appOf(at)}}
  template:
    metadata:
      labels: {app: ${appOf(at)}}
    spec:
      containers:
        - name: main
          image: registry.example.com/${appOf(at)}:1.0
          ports:
            - {name: http, containerPort: ${portOf(at)}}
`;

const policy = (home, at, { own, away, from }) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${appOf(at)}
  namespace: ${nameOf(home)}
spec:
  podSelector:
    matchLabels: {app: ${appOf(at)}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: ${appOf(own)}}
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: ${nameOf(away)}}
          podSelector:
            matchLabels: {app: ${appOf(from)}}
      ports:
        - port: http
`;
