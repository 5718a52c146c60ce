/** Small manifests for tests that bring their own. */

export interface WorkloadManifest {
  readonly name: string;
  readonly namespace: string;
  readonly port?: number;
}

export const namespace = (name: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`;

export const deployment = ({ name, namespace: home, port = 8080 }: WorkloadManifest): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${home}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1.0
          ports:
            - name: http
              containerPort: ${port}
`;

export interface PolicyManifest {
  readonly name: string;
  readonly namespace: string;
  /** The app it selects. */
  readonly app: string;
  /** The app that may come in. */
  readonly from: string;
  readonly port?: number;
}

export const ingressPolicy = ({
  name,
  namespace: home,
  app,
  from,
  port = 8080,
}: PolicyManifest): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${home}
spec:
  podSelector:
    matchLabels:
      app: ${app}
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: ${from}
      ports:
        - port: ${port}
`;

/** Documents of one file. */
export const documents = (...parts: readonly string[]): string => parts.join('---\n');

/** Two workloads, one of which may reach the other. */
export const pair = documents(
  namespace('farm'),
  deployment({ name: 'mill', namespace: 'farm' }),
  deployment({ name: 'barn', namespace: 'farm' }),
  ingressPolicy({ name: 'barn', namespace: 'farm', app: 'barn', from: 'mill' }),
);
