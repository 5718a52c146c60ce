import { map, text, unexplained, type FieldSchema } from './FieldSchema.ts';
import { clusterMetadataSchema, metadataSchema } from './metadataSchema.ts';
import { networkPolicyRest, networkPolicySpec } from './networkPolicySchema.ts';
import { podSpec } from './podSchema.ts';
import { serviceSpec } from './serviceSchema.ts';
import * as workloads from './workloadSchemas.ts';

/** A kind that the editor knows the fields of. */
export interface KindSchema {
  readonly kind: string;
  /** Where it is served; the first is what one writes today. */
  readonly apiVersions: readonly string[];
  readonly schema: FieldSchema;
}

const head = {
  apiVersion: text('The API group and version of the kind.', { role: 'apiVersion' }),
  kind: text('What kind of object it is.', { role: 'kind' }),
} as const;

const ofKind = (
  kind: string,
  apiVersions: readonly string[],
  doc: string,
  spec: FieldSchema,
  { metadata = metadataSchema, rest = unexplained('status') } = {},
): KindSchema => ({ kind, apiVersions, schema: map(doc, { ...head, metadata, spec, ...rest }) });

const apps = ['apps/v1', 'apps/v1beta2', 'apps/v1beta1'];

/** Every kind whose fields are described, in the order they are offered. */
export const kindSchemas: readonly KindSchema[] = [
  ofKind(
    'NetworkPolicy',
    ['networking.k8s.io/v1'],
    'Which traffic some pods of a namespace may have. A pod that no policy selects for a direction is open in it.',
    networkPolicySpec,
    { rest: networkPolicyRest },
  ),
  ofKind(
    'Deployment',
    [...apps, 'extensions/v1beta1'],
    'Pods that are alike and replaceable.',
    workloads.deploymentSpec,
  ),
  ofKind('StatefulSet', apps, 'Pods with names and storage of their own.', workloads.statefulSetSpec),
  ofKind('DaemonSet', [...apps, 'extensions/v1beta1'], 'A pod on every node.', workloads.daemonSetSpec),
  ofKind('Job', ['batch/v1'], 'Pods that run to an end.', workloads.jobSpec),
  ofKind('CronJob', ['batch/v1', 'batch/v1beta1'], 'Jobs by the clock.', workloads.cronJobSpec),
  ofKind('Pod', ['v1'], 'Containers that share a network address.', podSpec),
  ofKind('Service', ['v1'], 'A name and an address in front of pods.', serviceSpec),
  ofKind(
    'Namespace',
    ['v1'],
    'A part of the cluster; its labels are what `namespaceSelector` looks at.',
    workloads.namespaceSpec,
    {
      metadata: clusterMetadataSchema,
    },
  ),
  ofKind(
    'ReplicaSet',
    [...apps, 'extensions/v1beta1'],
    'What a Deployment makes its pods with.',
    workloads.replicaSetSpec,
  ),
  ofKind('ReplicationController', ['v1'], 'The forerunner of Deployments.', workloads.replicationControllerSpec),
];

/** For an object whose kind is not known (yet): the fields that every object has. */
export const anyObjectSchema: FieldSchema = {
  type: 'map',
  doc: '',
  fields: { ...head, metadata: metadataSchema, spec: { type: 'any', doc: 'What the object should be.' } },
};

/** Null when the kind is not described, in this API group at least. */
export const findKindSchema = (apiVersion: string, kind: string): KindSchema | null =>
  kindSchemas.find((known) => known.kind === kind && known.apiVersions.includes(apiVersion)) ?? null;
