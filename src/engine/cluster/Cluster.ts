import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort, ObjectSource, ServiceObject, WorkloadTemplateKind } from '../manifest/KubernetesObject.ts';
import type { NamespaceContent } from '../manifest/ManifestSet.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { PodGroup } from './groupPods.ts';

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
  /**
   * The addresses by which an ipBlock can match it: its own, and its node's when it is on the host network, where its
   * traffic is the node's (docs/semantics). None for a representative.
   */
  readonly addresses: readonly IpAddress[];
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

/**
 * One namespace's share of a cluster: `workloads` from `firstWorkload` on in `Cluster.workloads`, `pods` from `firstPod`
 * on in `Cluster.pods`. The same value as in the cluster before where nothing in it changed, numbers included.
 */
export interface NamespacePart {
  readonly namespace: Namespace;
  readonly workloads: readonly Workload[];
  readonly pods: readonly Pod[];
  readonly services: readonly ServiceObject[];
  readonly firstWorkload: number;
  readonly firstPod: number;
  /** What it was read from; the same where no more than the numbers changed. */
  readonly content: NamespaceContent;
  /** What each workload was read from. */
  readonly groups: readonly PodGroup[];
}

/**
 * Who is there, before any policy. Namespaces in the order in which their names appear in the import; workloads, pods and
 * Services namespace by namespace in that order, so that each namespace is one stretch of each list, and inside as in
 * the import; pods workload by workload.
 *
 * Read again after a change, what did not change is the same value as before: a pod or workload whose object stands
 * where it stood and whose number is the same, a namespace, a list of which every item is.
 */
export interface Cluster {
  readonly namespaces: readonly Namespace[];
  readonly workloads: readonly Workload[];
  readonly pods: readonly Pod[];
  readonly services: readonly ServiceObject[];
  /** Side by side with `namespaces` of the import. */
  readonly parts: readonly NamespacePart[];
  /** Where workloads are supposed from what policies select: the cluster of the import, which has none. */
  readonly imported?: Cluster;
}
