/** Set by controllers for each revision, pod or run. */
const controllerKeys = new Set([
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'job-name',
  'controller-uid',
]);

/** Change with each release or say who deployed, not what it is. */
const releaseKeys = new Set([
  'helm.sh/chart',
  'chart',
  'heritage',
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
]);

const unstablePrefixes = [
  'batch.kubernetes.io/',
  'topology.kubernetes.io/',
  'kustomize.toolkit.fluxcd.io/',
  'helm.toolkit.fluxcd.io/',
  'argocd.argoproj.io/',
  'service.istio.io/',
  'security.istio.io/',
  'sidecar.istio.io/',
];

/** Whether a pod's label stays the same over restarts and releases, so that a policy may select by it. */
export const isStableLabel = (key: string): boolean =>
  !controllerKeys.has(key) && !releaseKeys.has(key) && !unstablePrefixes.some((prefix) => key.startsWith(prefix));
