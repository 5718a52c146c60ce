import type { IpSet } from '../net/IpSet.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Cluster, WorkloadId } from '../cluster/Cluster.ts';
import type { Direction, Tier } from '../policy/PolicyRule.ts';
import type { Profile } from '../policy/Profile.ts';
import type { FlowColumns } from './FlowColumns.ts';

/**
 * External addresses that no policy tells apart. Together all of them cover IPv4 and IPv6.
 */
export interface ExternalEndpoint {
  /** Position in `Connectivity.externals`. */
  readonly index: number;
  /** `external:` and its first range. */
  readonly id: string;
  readonly addresses: IpSet;
  /** `first-last` each, IPv4 before IPv6, ascending. */
  readonly ranges: readonly string[];
  /** Short words for people: a CIDR when it is one, else the first ranges and how many more. */
  readonly label: string;
}

/** A pod (or representative) or an external endpoint, by position in the cluster's or connectivity's list. */
export type EndpointRef =
  { readonly type: 'pod'; readonly index: number } | { readonly type: 'external'; readonly index: number };

/** What one end of a flow says on its own. */
export interface Isolation {
  readonly ingress: boolean;
  readonly egress: boolean;
}

/** A node that someone names: a whole workload, one pod of it, or an external endpoint. */
export type NodeRef = { readonly type: 'workload'; readonly index: number } | EndpointRef;

/** One end of a workload-level flow. */
export type FlowEnd =
  { readonly type: 'workload'; readonly index: number } | { readonly type: 'external'; readonly index: number };

/**
 * The ports on which `from` may open connections to `to`. For workloads: `ports` holds for every pair of their pods,
 * `partial` only for some pairs; they are disjoint. At least one is not empty.
 */
export interface WorkloadFlow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly ports: PortSet;
  readonly partial: PortSet;
  /**
   * `rule`: for some pair that flows, at least one end is isolated and a rule admits it. `default`: all pairs that flow are
   * open at both ends (or a pod and its own node), so nobody decided this flow.
   */
  readonly allowedBy: 'rule' | 'default';
}

/** Who reaches whom on what. Immutable; computed by `computeConnectivity`. */
export interface Connectivity {
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly profile: Profile;
  readonly externals: readonly ExternalEndpoint[];
  /** Per pod, by position: whether policies isolate it. hostNetwork pods never are. */
  readonly isolation: readonly Isolation[];
  /** Ports for one pair of endpoints; everything for a pod to itself; nothing between two externals. */
  flow(from: EndpointRef, to: EndpointRef): PortSet;
  /** What the one end alone admits of the pair: egress at `from` or ingress at `to`. */
  admitted(direction: Direction, from: EndpointRef, to: EndpointRef): PortSet;
  /**
   * Ports from this pod to another one just like it, which the import does not show: a replica. This is what a workload's
   * flow to itself is made of when only one of its pods is known.
   */
  flowToReplica(pod: number): PortSet;
  /**
   * Whether one of two pods is on the host network of the node that the other runs on, so that their traffic is always
   * allowed (docs/semantics). False when the import does not say where they run.
   */
  isLocal(pod: number, otherPod: number): boolean;
  /** The pod's class by number: no policy tells pods of one class apart, so their flows have the same ports and reasons. */
  classOf(pod: number): number;
  /** All workload-level flows with at least one port, by from then to, in columns; port sets are positions in `portSets`. */
  flowColumns(): FlowColumns;
  /** The distinct port sets met so far, the empty one first; it can grow with further questions. */
  readonly portSets: readonly PortSet[];
  /** The same rows as objects. */
  workloadFlows(): readonly WorkloadFlow[];
  findWorkload(id: WorkloadId): number | undefined;
}
