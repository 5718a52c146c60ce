import type { ApiNetworkPolicy, ApiObject, ApiPodSpec, Labels } from './ApiObject.ts';

export interface NaivePod {
  /** `namespace/Kind/name` of the pod, or of the workload whose template it stands for. */
  id: string;
  namespace: string;
  labels: Labels;
  ports: { name: string | undefined; port: number; protocol: string }[];
  /** Empty for a pod that stands for a template. */
  ips: string[];
  hostIp: string | undefined;
  hostNetwork: boolean;
}

/** A cluster as one packet sees it. */
export interface NaiveModel {
  /** Labels by namespace, for every namespace that something lives in. */
  namespaces: Map<string, Labels>;
  /** Namespaces that a Namespace object describes. */
  described: Set<string>;
  pods: NaivePod[];
  policies: ApiNetworkPolicy[];
}

const portsOf = (spec: ApiPodSpec): NaivePod['ports'] =>
  [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) =>
    (container.ports ?? []).map(({ name, containerPort, protocol }) => ({
      name,
      port: containerPort,
      protocol: protocol ?? 'TCP',
    })),
  );

const idOf = ({ kind, metadata }: ApiObject): string => `${metadata.namespace ?? 'default'}/${kind}/${metadata.name}`;

const readPods = (object: ApiObject): NaivePod[] => {
  const namespace = object.metadata.namespace ?? 'default';
  if (object.kind === 'Namespace' || object.kind === 'NetworkPolicy') return [];
  if (object.kind === 'Pod') {
    const { spec, status, metadata } = object;
    if (status?.phase === 'Succeeded' || status?.phase === 'Failed') return [];
    const ips = [status?.podIP, ...(status?.podIPs ?? []).map(({ ip }) => ip)].filter((ip) => ip !== undefined);
    return [
      {
        id: idOf(object),
        namespace,
        labels: metadata.labels ?? {},
        ports: portsOf(spec),
        ips: [...new Set(ips)],
        hostIp: status?.hostIP,
        hostNetwork: spec.hostNetwork ?? false,
      },
    ];
  }
  const template = object.spec.template ?? object.spec.jobTemplate?.spec.template;
  if (!template) return [];
  return [
    {
      id: idOf(object),
      namespace,
      labels: template.metadata.labels ?? {},
      ports: portsOf(template.spec),
      ips: [],
      hostIp: undefined,
      hostNetwork: template.spec.hostNetwork ?? false,
    },
  ];
};

/** The owner of the owner …, whether or not the objects have it; the object itself when nothing controls it. */
const topOwnerOf = (object: ApiObject, objects: readonly ApiObject[]): string => {
  const controller = object.metadata.ownerReferences?.find((reference) => reference.controller);
  if (!controller) return idOf(object);
  const id = `${object.metadata.namespace ?? 'default'}/${controller.kind}/${controller.name}`;
  const owner = objects.find((candidate) => idOf(candidate) === id);
  return owner ? topOwnerOf(owner, objects) : id;
};

/**
 * Who is there, from the API objects of a cluster: its real pods, and one pod for each template of a workload that has none. Every
 * ReplicaSet's or Job's owner has to be among the objects.
 */
export const readNaiveModel = (objects: readonly ApiObject[]): NaiveModel => {
  const isReal = (object: ApiObject) => object.kind === 'Pod' && readPods(object).length > 0;
  const inUse = new Set(objects.filter(isReal).map((object) => topOwnerOf(object, objects)));
  const pods = objects
    .filter(
      (object) => object.kind === 'Pod' || (topOwnerOf(object, objects) === idOf(object) && !inUse.has(idOf(object))),
    )
    .flatMap(readPods);
  const policies = objects.filter((object) => object.kind === 'NetworkPolicy');
  const described = new Map(
    objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => [metadata.name, metadata.labels ?? {}]),
  );
  const names = new Set([...described.keys(), ...pods.map(({ namespace }) => namespace)]);
  return {
    namespaces: new Map(
      [...names].map((name) => [name, { ...described.get(name), 'kubernetes.io/metadata.name': name }]),
    ),
    described: new Set(described.keys()),
    pods,
    policies,
  };
};
