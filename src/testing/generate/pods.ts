import fc from 'fast-check';
import type { ApiContainer, ApiObject, ApiPod, ApiPodSpec, ApiWorkload } from '../ApiObject.ts';
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

/** Pods of one owner that is not in the import itself; they may differ in everything, as during a roll-out. */
export const ownedPods = (index: number): fc.Arbitrary<ApiObject[]> =>
  fc
    .record({ namespace: namespaceField, kind: fc.constantFrom('ReplicaSet', 'StatefulSet', 'DaemonSet') })
    .chain(({ namespace, kind }) => {
      const owner = { apiVersion: 'apps/v1', kind, name: `owner-${index}`, uid: `uid-${index}`, controller: true };
      const own = (name: string) =>
        pod(name, namespace).map((made): ApiPod => {
          return { ...made, metadata: { ...made.metadata, ownerReferences: [owner] } };
        });
      return fc
        .tuple(own(`owner-${index}-a`), own(`owner-${index}-b`), maybe(own(`owner-${index}-c`)))
        .map((pods) => pods.filter((made) => made !== undefined));
    });

const apiVersions: Record<ApiWorkload['kind'], string> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/** A workload of which only the template is known. */
export const workload = (index: number): fc.Arbitrary<ApiObject[]> =>
  fc
    .record({
      namespace: namespaceField,
      kind: fc.constantFrom(...(Object.keys(apiVersions) as ApiWorkload['kind'][])),
      labels: maybe(labels, 6),
      spec: podSpec,
      replicas: maybe(fc.integer({ min: 1, max: 3 })),
    })
    .map(({ namespace, kind, labels, spec, replicas }) => {
      const template = { metadata: labels ? { labels } : {}, spec };
      const hasReplicas = !['DaemonSet', 'Job', 'CronJob'].includes(kind) && replicas !== undefined;
      const made: ApiWorkload = {
        apiVersion: apiVersions[kind],
        kind,
        metadata: { name: `workload-${index}`, ...(namespace && { namespace }) },
        spec:
          kind === 'CronJob'
            ? { schedule: '0 * * * *', jobTemplate: { spec: { template } } }
            : { ...(hasReplicas && { replicas }), template },
      };
      return [made];
    });
