import type { PortSet, WorkloadView, WorkspaceSnapshot } from '../engine/index.ts';

const nowhere = { file: 'shop.yaml', start: 0, end: 0 } as unknown as WorkloadView['at'] & object;

export const tcp = (...ports: readonly number[]): PortSet => ({
  TCP: ports.map((port) => [port, port]),
  UDP: [],
  SCTP: [],
});

export const createWorkload = (namespace: string, name: string, more: Partial<WorkloadView> = {}): WorkloadView => ({
  id: `${namespace}/Deployment/${name}`,
  kind: 'Deployment',
  namespace,
  name,
  replicas: 1,
  labels: { app: name },
  ports: [],
  ingress: 'open',
  egress: 'open',
  hostNetwork: false,
  podCount: more.pods?.length ?? 0,
  pods: [],
  policies: [],
  services: [],
  at: nowhere,
  ...more,
});

/** web → api (by rule, TCP 8080), api → web (open by default), monitor → api (some pods only); one external. */
export const createSnapshot = (more: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot => ({
  namespaces: [
    { name: 'shop', labels: {}, described: true, at: nowhere },
    { name: 'ops', labels: {}, described: true, at: nowhere },
  ],
  workloads: [createWorkload('shop', 'web'), createWorkload('shop', 'api'), createWorkload('ops', 'monitor')],
  externals: [
    { id: 'external:0.0.0.0-255.255.255.255', label: 'Anywhere outside', ranges: ['0.0.0.0-255.255.255.255'] },
  ],
  policies: [],
  flows: {
    length: 3,
    from: Uint32Array.of(0, 1, 2),
    to: Uint32Array.of(1, 0, 1),
    ports: Uint32Array.of(1, 1, 0),
    partial: Uint32Array.of(0, 0, 1),
    uncertain: Uint32Array.of(0, 0, 0),
    byRule: Uint8Array.of(1, 0, 1),
    openCount: 0,
    omitted: 0,
  },
  portSets: [tcp(), tcp(8080)],
  documents: [],
  problems: [],
  otherKinds: [],
  notEvaluated: [],
  profile: 'kubernetes',
  supposed: false,
  ...more,
});
