const calico = [
  'NetworkPolicy',
  'GlobalNetworkPolicy',
  'StagedNetworkPolicy',
  'StagedGlobalNetworkPolicy',
  'StagedKubernetesNetworkPolicy',
  'Tier',
  'NetworkSet',
  'GlobalNetworkSet',
];

/**
 * Kinds that decide, or take part in deciding, which pod traffic passes, by API group. A verdict that does not evaluate
 * one of them has to say so. Kinds that only route, encrypt or observe are not here.
 */
const policyKinds: Readonly<Record<string, readonly string[]>> = {
  'networking.k8s.io': ['NetworkPolicy'],
  // Not served since Kubernetes 1.16: kept in view rather than passed over.
  extensions: ['NetworkPolicy'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
  'projectcalico.org': calico,
  'crd.projectcalico.org': calico,
  'cilium.io': ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy', 'CiliumCIDRGroup'],
  'crd.antrea.io': ['NetworkPolicy', 'ClusterNetworkPolicy', 'Tier', 'Group', 'ClusterGroup'],
  'security.istio.io': ['AuthorizationPolicy'],
  'policy.linkerd.io': ['Server', 'ServerAuthorization', 'AuthorizationPolicy'],
  'kuma.io': ['MeshTrafficPermission', 'TrafficPermission'],
  'consul.hashicorp.com': ['ServiceIntentions'],
  'k8s.ovn.org': ['EgressFirewall'],
  'network.openshift.io': ['EgressNetworkPolicy'],
  'networking.gke.io': ['FQDNNetworkPolicy'],
  'networking.k8s.aws': ['ApplicationNetworkPolicy', 'ClusterNetworkPolicy'],
  'vpcresources.k8s.aws': ['SecurityGroupPolicy'],
  'crd.nsx.vmware.com': ['SecurityPolicy'],
};

/** Whether a kind of an API group is a policy of some dialect. Group and kind decide: Calico has a NetworkPolicy of its own. */
export const isPolicyKind = (group: string, kind: string): boolean => {
  const kinds = Object.hasOwn(policyKinds, group) ? policyKinds[group] : undefined;
  return kinds?.includes(kind) ?? false;
};
