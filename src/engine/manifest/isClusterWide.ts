/** Kinds without a namespace, by API group; of groups that are not listed, the name decides. */
const clusterWideKinds: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume', 'ComponentStatus'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'storage.k8s.io': ['StorageClass', 'CSIDriver', 'CSINode', 'VolumeAttachment', 'VolumeAttributesClass'],
  'scheduling.k8s.io': ['PriorityClass'],
  'node.k8s.io': ['RuntimeClass'],
  'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
  ],
  policy: ['PodSecurityPolicy'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
  'projectcalico.org': [
    'Tier',
    'IPPool',
    'BGPConfiguration',
    'BGPPeer',
    'FelixConfiguration',
    'HostEndpoint',
    'Profile',
  ],
  'crd.projectcalico.org': [
    'Tier',
    'IPPool',
    'BGPConfiguration',
    'BGPPeer',
    'FelixConfiguration',
    'HostEndpoint',
    'Profile',
  ],
  'crd.antrea.io': ['Tier'],
  'cilium.io': [
    'CiliumCIDRGroup',
    'CiliumNode',
    'CiliumIdentity',
    'CiliumEgressGatewayPolicy',
    'CiliumLoadBalancerIPPool',
  ],
  'project.openshift.io': ['Project'],
};

const clusterWideName = /^(Staged)?(Cluster|Global)[A-Z]|Clusterwide/;

/** Whether objects of a kind have no namespace: as far as is known without asking a cluster. */
export const isClusterWide = (group: string, kind: string): boolean => {
  const kinds = Object.hasOwn(clusterWideKinds, group) ? clusterWideKinds[group] : undefined;
  return kinds?.includes(kind) === true || (group.includes('.') && clusterWideName.test(kind));
};
