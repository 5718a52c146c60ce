import fc from 'fast-check';
import type { ApiContainer, ApiMetadata, ApiObject, ApiPod, ApiPodSpec, ApiWorkload, Labels } from '../ApiObject.ts';
import { nodeAddress, podAddresses } from './addresses.ts';
import { labels } from './labels.ts';
import { maybe } from './optional.ts';

export const portNames = ['http', 'dns', 'metrics'];
export const portNumbers = [1, 53, 80, 81, 443, 8080, 65535];

export const namespaceNames = ['default', 'red', 'blue'];

/** `default` is sometimes left to the API server. */
export const namespaceField: fc.Arbitrary<string | undefined> = fc.oneof(
  { arbitrary: fc.constantFrom<string | undefined>(...namespaceNames), weight: 5 },
  { arbitrary: fc.constant(undefined), weight: 1 },
);

const containerPort = fc.record({
  name: maybe(fc.constantFrom(...portNames), 3),
  containerPort: fc.constantFrom(...portNumbers),
  protocol: maybe(fc.constantFrom('TCP', 'UDP', 'SCTP')),
});

const container = (name: string): fc.Arbitrary<ApiContainer> =>
  fc.record({
    name: fc.constant(name),
    image: fc.constant(`registry.example.com/${name}:1`),
    ports: maybe(fc.array(containerPort, { maxLength: 3 }), 4),
  }) as fc.Arbitrary<ApiContainer>;

const podSpec: fc.Arbitrary<ApiPodSpec> = fc
  .tuple(container('main'), maybe(container('sidecar')), maybe(container('setup')), fc.integer({ min: 0, max: 5 }))
  .map(([main, sidecar, setup, dice]) => ({
    ...(dice === 0 && { hostNetwork: true }),
    ...(dice === 1 && { hostNetwork: false }),
    ...(setup && { initContainers: [setup] }),
    containers: sidecar ? [main, sidecar] : [main],
  }));

const phase = fc.oneof(
  { arbitrary: fc.constantFrom('Running', 'Pending', undefined), weight: 6 },
  { arbitrary: fc.constantFrom('Succeeded', 'Failed'), weight: 1 },
);

type Status = NonNullable<ApiPod['status']>;

const status: fc.Arbitrary<Status> = fc
  .record({ phase, ips: podAddresses, node: maybe(nodeAddress), form: fc.constantFrom('both', 'list', 'single') })
  .map(({ phase, ips, node, form }) => {
    const [first] = ips;
    return {
      ...(phase && { phase }),
      ...(node && { hostIP: node }),
      ...(first && form !== 'list' && { podIP: first }),
      ...(first && form !== 'single' && { podIPs: ips.map((ip) => ({ ip })) }),
    };
  });

/** A hostNetwork pod has its node's address. */
const withNodeAddress = (spec: ApiPodSpec, own: Status): Status =>
  spec.hostNetwork && own.hostIP ? { ...own, podIP: own.hostIP, podIPs: [{ ip: own.hostIP }] } : own;

const pod = (name: string, namespace: string | undefined): fc.Arbitrary<ApiPod> =>
  fc.record({ labels: maybe(labels, 5), spec: podSpec, status }).map(({ labels, spec, status }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...(namespace && { namespace }), ...(labels && { labels }) },
    spec,
    status: withNodeAddress(spec, status),
  }));

export const barePod = (index: number): fc.Arbitrary<ApiObject[]> =>
  namespaceField.chain((namespace) => pod(`pod-${index}`, namespace).map((made) => [made]));

const apiVersions: Record<ApiWorkload['kind'], string> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/** What the import says of the owner of some pods: nothing, its object, or a ReplicaSet's object and its Deployment's. */
const ownership = fc.constantFrom('absent', 'present', 'deployment');

/** Pods of one owner; they may differ in everything, from each other and from the owner's template, as during a roll-out. */
export const ownedPods = (index: number): fc.Arbitrary<ApiObject[]> =>
  fc
    .record({
      namespace: namespaceField,
      kind: fc.constantFrom('ReplicaSet' as const, 'StatefulSet' as const, 'DaemonSet' as const),
      template: fc.record({ labels: maybe(labels, 6), spec: podSpec }),
      ownership,
    })
    .chain(({ namespace, kind, template, ownership }) => {
      const isDeployed = ownership === 'deployment';
      const ownerKind = isDeployed ? 'ReplicaSet' : kind;
      const owner = `owner-${index}`;
      const own = (name: string) =>
        pod(name, namespace).map((made): ApiPod => {
          const metadata = { ...made.metadata, ownerReferences: [referTo(ownerKind, owner)] };
          return { ...made, metadata };
        });
      const objects: ApiObject[] = [
        ...(isDeployed ? [toWorkload('Deployment', `deployment-${index}`, namespace, template)] : []),
        ...(ownership === 'absent'
          ? []
          : [
              toWorkload(ownerKind, owner, namespace, template, {
                ...(isDeployed && { ownerReferences: [referTo('Deployment', `deployment-${index}`)] }),
              }),
            ]),
      ];
      return fc
        .tuple(own(`${owner}-a`), maybe(own(`${owner}-b`), 3), maybe(own(`${owner}-c`)))
        .map((pods) => [...objects, ...pods.filter((made) => made !== undefined)]);
    });

const referTo = (kind: ApiWorkload['kind'], name: string) => {
  return { apiVersion: apiVersions[kind], kind, name, uid: `uid-${name}`, controller: true };
};

const toWorkload = (
  kind: ApiWorkload['kind'],
  name: string,
  namespace: string | undefined,
  { labels, spec }: { labels: Labels | undefined; spec: ApiPodSpec },
  more: { replicas?: number; ownerReferences?: ApiMetadata['ownerReferences'] } = {},
): ApiWorkload => {
  const template = { metadata: labels ? { labels } : {}, spec };
  const { replicas, ownerReferences } = more;
  return {
    apiVersion: apiVersions[kind],
    kind,
    metadata: { name, ...(namespace && { namespace }), ...(ownerReferences && { ownerReferences }) },
    spec:
      kind === 'CronJob'
        ? { schedule: '0 * * * *', jobTemplate: { spec: { template } } }
        : { ...(replicas !== undefined && { replicas }), template },
  };
};

/** A workload of which only the template is known. */
export const workload = (index: number): fc.Arbitrary<ApiObject[]> =>
  fc
    .record({
      namespace: namespaceField,
      kind: fc.constantFrom(...(Object.keys(apiVersions) as ApiWorkload['kind'][])),
      template: fc.record({ labels: maybe(labels, 6), spec: podSpec }),
      replicas: maybe(fc.integer({ min: 1, max: 3 })),
    })
    .map(({ namespace, kind, template, replicas }) => {
      const hasReplicas = !['DaemonSet', 'Job', 'CronJob'].includes(kind) && replicas !== undefined;
      return [toWorkload(kind, `workload-${index}`, namespace, template, hasReplicas ? { replicas } : {})];
    });
