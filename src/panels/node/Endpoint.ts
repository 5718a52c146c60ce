import type { ExternalView, PodView, WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';

/** An end of a flow as people read it. */
export interface Endpoint {
  readonly id: string;
  /** `Deployment`, …, `Pod` or `External`. */
  readonly kind: string;
  /** null outside the cluster. */
  readonly namespace: string | null;
  readonly name: string;
}

export const ofWorkload = (workload: WorkloadView): Endpoint => ({
  id: workload.id,
  kind: workload.kind,
  namespace: workload.namespace,
  name: workload.name,
});

export const ofExternal = (external: ExternalView): Endpoint => ({
  id: external.id,
  kind: 'External',
  namespace: null,
  name: external.label,
});

/** By the number that flows use: workloads first, then externals. */
export function endpointAt(snapshot: WorkspaceSnapshot, node: number): Endpoint {
  const workload = snapshot.workloads[node];
  if (workload) return ofWorkload(workload);
  const external = snapshot.externals[node - snapshot.workloads.length];
  return external ? ofExternal(external) : { id: '', kind: 'External', namespace: null, name: '?' };
}

export function findPod(
  snapshot: WorkspaceSnapshot,
  id: string,
): { readonly pod: PodView; readonly workload: WorkloadView } | null {
  for (const workload of snapshot.workloads) {
    const pod = mayHavePod(workload, id) && workload.pods.find((candidate) => candidate.id === id);
    if (pod) return { pod, workload };
  }
  return null;
}

/** Looking at the pods themselves makes objects of them, so first what is known without. */
const mayHavePod = ({ namespace, podCount }: WorkloadView, id: string): boolean =>
  podCount > 0 && id.startsWith(`${namespace}/Pod/`);

/** By id; an id that is not in the snapshot is read from its own parts. */
export function findEndpoint(snapshot: WorkspaceSnapshot, id: string): Endpoint {
  const workload = snapshot.workloads.find((candidate) => candidate.id === id);
  if (workload) return ofWorkload(workload);
  const external = snapshot.externals.find((candidate) => candidate.id === id);
  if (external) return ofExternal(external);
  const found = findPod(snapshot, id);
  if (found) return { id, kind: 'Pod', namespace: found.workload.namespace, name: found.pod.name };
  const [namespace, kind, ...name] = id.split('/');
  if (kind === undefined) return { id, kind: 'External', namespace: null, name: id.replace(/^external:/, '') };
  return { id, kind, namespace: namespace ?? null, name: name.join('/') };
}

/** `shop/api`; the label alone outside the cluster. */
export const formatEndpoint = ({ namespace, name }: Endpoint): string =>
  namespace === null ? name : `${namespace}/${name}`;

/** The name of `namespace/Kind/name`. */
export const nameOf = (id: string): string => id.split('/').slice(2).join('/') || id;
