import type { FilePath, TextRange } from './SourceFile.ts';
import type { SourceMap } from './SourceNode.ts';
import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import type { Protocol } from '../net/PortSet.ts';

/** `namespace/Kind/name`, or `Kind/name` for objects without a namespace (Namespace, cluster-wide kinds). Unique per API group in practice; duplicates are reported. */
export type ObjectId = string & { readonly __brand: 'ObjectId' };

/** The kinds that the evaluation reads; everything else is kept as `other`. */
export const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
] as const;
export type WorkloadTemplateKind = (typeof workloadKinds)[number];

/** Where an object stands. */
export interface ObjectSource {
  readonly file: FilePath;
  /** Index of the document in its file, from 0. */
  readonly document: number;
  /** Of the object's map; an item of a List has its own. */
  readonly range: TextRange;
  /** Inside a `kind: List` or typed list. */
  readonly inList: boolean;
  /** Its tree; read again from the text when asked for, unless it is a policy's (`DocumentTree`). */
  readonly node: SourceMap;
  /** An identity and nothing else: the same as long as the object's text is, wherever it moves. For keys of caches. */
  readonly content: object;
}

export interface ObjectBase {
  readonly id: ObjectId;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** `''` for kinds without one. An object that names none is in `default`, as kubectl would put it there. */
  readonly namespace: string;
  /** Whether the text names the namespace (false: `default` was filled in). */
  readonly namespaceStated: boolean;
  readonly labels: LabelSet;
  readonly source: ObjectSource;
}

export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly controller: boolean;
}

export interface ContainerPort {
  readonly name: string | null;
  readonly port: number;
  readonly protocol: Protocol;
}

/**
 * What a pod and a pod template have in common. `labels`, `ports` and `images` are one and the same value for all objects of a
 * workspace that write the same, so that identity can serve as a key.
 */
export interface PodTemplate {
  readonly labels: LabelSet;
  /** Of all containers, init and sidecar containers included, in order of appearance. */
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly images: readonly string[];
}

export interface NamespaceObject extends ObjectBase {
  readonly type: 'namespace';
}

export interface PodObject extends ObjectBase, PodTemplate {
  readonly type: 'pod';
  readonly owners: readonly OwnerReference[];
  /** `status.podIP` and `status.podIPs`, valid ones, without repetition. */
  readonly ips: readonly string[];
  readonly hostIp: string | null;
  /** Succeeded or Failed: no longer on the network (docs/semantics/kubernetes.md). */
  readonly completed: boolean;
}

export interface WorkloadObject extends ObjectBase {
  readonly type: 'workload';
  readonly kind: WorkloadTemplateKind;
  /** null where the kind has no such field or the text leaves it out. */
  readonly replicas: number | null;
  /** `spec.selector` for the kinds that have one. */
  readonly selector: LabelSelector | null;
  readonly owners: readonly OwnerReference[];
  readonly template: PodTemplate;
}

export interface ServicePort {
  readonly name: string | null;
  readonly port: number;
  /** A container port's number or name; equals `port` when the text leaves it out. */
  readonly targetPort: number | string;
  readonly protocol: Protocol;
}

export interface ServiceObject extends ObjectBase {
  readonly type: 'service';
  /** null: no selector (endpoints are kept by someone else). */
  readonly selector: LabelSet | null;
  readonly ports: readonly ServicePort[];
  readonly serviceType: string;
}

/** A policy of any dialect, not yet read: `engine/policy` reads `source.node`. */
export interface PolicyObject extends ObjectBase {
  readonly type: 'policy';
}

/** Anything else: kept, counted and shown as "not part of the evaluation". */
export interface OtherObject extends ObjectBase {
  readonly type: 'other';
}

export type KubernetesObject =
  NamespaceObject | PodObject | WorkloadObject | ServiceObject | PolicyObject | OtherObject;
