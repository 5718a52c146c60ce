import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort, ObjectSource, ServiceObject, WorkloadTemplateKind } from '../manifest/KubernetesObject.ts';

/** `namespace/Kind/name`. */
export type WorkloadId = string & { readonly __brand: 'WorkloadId' };

export interface Namespace {
  readonly name: string;
  /** `kubernetes.io/metadata.name` included, always. */
  readonly labels: LabelSet;
  /** Whether a Namespace object of the import describes it; if not, its other labels are unknown. */
  readonly described: boolean;
  readonly source: ObjectSource | null;
}

/** A real pod of a dump, or the one representative of a workload's template. */
export interface Pod {
  /** Position in `Cluster.pods`. */
  readonly index: number;
  /** `namespace/Pod/name` for a real pod, the workload's id for a representative. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: LabelSet;
  readonly ports: readonly ContainerPort[];
  /** Empty for a representative: its addresses are unknown. */
  readonly ips: readonly string[];
  readonly hostIp: string | null;
  readonly hostNetwork: boolean;
  readonly representative: boolean;
  readonly workload: WorkloadId;
  readonly source: ObjectSource;
}

export interface Workload {
  /** Position in `Cluster.workloads`. */
  readonly index: number;
  readonly id: WorkloadId;
  readonly kind: WorkloadTemplateKind | 'Pod' | (string & {});
  readonly namespace: string;
  readonly name: string;
  /** As stated, else the number of real pods, else null. */
  readonly replicas: number | null;
  /** Positions in `Cluster.pods`; never empty. */
  readonly pods: readonly number[];
  readonly labels: LabelSet;
  readonly ports: readonly ContainerPort[];
  readonly selector: LabelSelector | null;
  readonly hostNetwork: boolean;
  /** Two of its pods can exist at a time, so it can have a flow to itself. False for a bare pod only. */
  readonly canHaveTwoPods: boolean;
  /** Null when only its pods are in the import (an owner named by ownerReferences). */
  readonly source: ObjectSource | null;
}

/** Who is there, before any policy. Order: as in the import, deterministic. */
export interface Cluster {
  readonly namespaces: readonly Namespace[];
  readonly workloads: readonly Workload[];
  readonly pods: readonly Pod[];
  readonly services: readonly ServiceObject[];
}
