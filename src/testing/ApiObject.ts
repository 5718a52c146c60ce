/**
 * Kubernetes API objects as plain JSON, only the fields that the evaluation reads. Optional fields may be missing or null, as the
 * API server accepts both.
 */
export type ApiObject = ApiNamespace | ApiPod | ApiWorkload | ApiNetworkPolicy;

export type Optional<T> = T | null | undefined;
export type Labels = Record<string, string>;

export interface ApiMetadata {
  name: string;
  namespace?: string;
  labels?: Optional<Labels>;
  ownerReferences?: readonly { apiVersion: string; kind: string; name: string; uid: string; controller?: boolean }[];
}

export interface ApiNamespace {
  apiVersion: 'v1';
  kind: 'Namespace';
  metadata: ApiMetadata;
}

export interface ApiContainer {
  name: string;
  image: string;
  ports?: readonly { name?: string; containerPort: number; protocol?: string }[];
  restartPolicy?: string;
}

export interface ApiPodSpec {
  hostNetwork?: boolean;
  containers: readonly ApiContainer[];
  initContainers?: readonly ApiContainer[];
}

export interface ApiPod {
  apiVersion: 'v1';
  kind: 'Pod';
  metadata: ApiMetadata;
  spec: ApiPodSpec;
  status?: { phase?: string; podIP?: string; podIPs?: readonly { ip: string }[]; hostIP?: string };
}

export interface ApiPodTemplate {
  metadata: { labels?: Optional<Labels> };
  spec: ApiPodSpec;
}

export interface ApiWorkload {
  apiVersion: string;
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'ReplicationController' | 'Job' | 'CronJob';
  metadata: ApiMetadata;
  spec: {
    replicas?: number;
    selector?: ApiSelector | Labels;
    template?: ApiPodTemplate;
    /** CronJob only. */
    jobTemplate?: { spec: { template: ApiPodTemplate } };
    schedule?: string;
    serviceName?: string;
  };
}

export interface ApiSelector {
  matchLabels?: Optional<Labels>;
  matchExpressions?: Optional<readonly { key: string; operator: string; values?: Optional<readonly string[]> }[]>;
}

export interface ApiPeer {
  podSelector?: Optional<ApiSelector>;
  namespaceSelector?: Optional<ApiSelector>;
  ipBlock?: Optional<{ cidr: string; except?: Optional<readonly string[]> }>;
}

export interface ApiPort {
  protocol?: Optional<string>;
  port?: Optional<number | string>;
  endPort?: Optional<number>;
}

export interface ApiIngressRule {
  from?: Optional<readonly ApiPeer[]>;
  ports?: Optional<readonly ApiPort[]>;
}

export interface ApiEgressRule {
  to?: Optional<readonly ApiPeer[]>;
  ports?: Optional<readonly ApiPort[]>;
}

export interface ApiNetworkPolicy {
  apiVersion: 'networking.k8s.io/v1';
  kind: 'NetworkPolicy';
  metadata: ApiMetadata;
  spec: {
    podSelector?: Optional<ApiSelector>;
    policyTypes?: Optional<readonly string[]>;
    ingress?: Optional<readonly ApiIngressRule[]>;
    egress?: Optional<readonly ApiEgressRule[]>;
  };
}
