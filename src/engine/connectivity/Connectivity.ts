import type { IpSet } from '../net/IpSet.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Cluster, WorkloadId } from '../cluster/Cluster.ts';
import type { Steps } from '../manifest/Steps.ts';
import type { Direction, Tier } from '../policy/PolicyRule.ts';
import type { Profile } from '../policy/Profile.ts';
import type { Knowledge } from './createKnowledge.ts';
import type { EvaluationMemory } from './EvaluationMemory.ts';
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

/**
 * Whether policies isolate an end in one direction. `uncertain`: some may, and the import (or the specification, for pods
 * on the host network) does not say whether they do.
 */
export type Isolation = 'open' | 'isolated' | 'uncertain';

/** Ports that are admitted for certain, and those that may be: the import does not say enough. Disjoint. */
export interface Admitted {
  readonly ports: PortSet;
  readonly uncertain: PortSet;
}

/** A node that someone names: a whole workload, one pod of it, or an external endpoint. */
export type NodeRef = { readonly type: 'workload'; readonly index: number } | EndpointRef;

/** One end of a workload-level flow. */
export type FlowEnd =
  { readonly type: 'workload'; readonly index: number } | { readonly type: 'external'; readonly index: number };

/**
 * The ports on which `from` may open connections to `to`. For workloads: `ports` holds for every pair of their pods,
 * `partial` for some pairs but not (for certain) for all, `uncertain` for none for certain and for some perhaps. All
 * three are disjoint; at least one is not empty.
 */
export interface WorkloadFlow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly ports: PortSet;
  readonly partial: PortSet;
  readonly uncertain: PortSet;
  /**
   * `rule`: for some pair that flows, at least one end is isolated and a rule admits it. `default`: all pairs that flow are
   * open at both ends (or a pod and its own node), so nobody decided this flow. A flow with nothing but uncertain ports
   * counts as `rule`: policies are what it hangs on.
   */
  readonly allowedBy: 'rule' | 'default';
}

/** Who reaches whom on what. Immutable; computed by `computeConnectivity`. */
export interface Connectivity {
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly profile: Profile;
  /** What the import says of pods and namespaces, as this evaluation takes it. */
  readonly knowledge: Knowledge;
  readonly externals: readonly ExternalEndpoint[];
  /** Whether policies isolate a pod, by its position. */
  isolationOf(pod: number, direction: Direction): Isolation;
  /** Ports for one pair of endpoints; everything for a pod to itself; nothing between two externals. */
  flow(from: EndpointRef, to: EndpointRef): Admitted;
  /** What the one end alone admits of the pair: egress at `from` or ingress at `to`. */
  admitted(direction: Direction, from: EndpointRef, to: EndpointRef): Admitted;
  /**
   * Ports from this pod to another one just like it, which the import does not show: a replica. This is what a workload's
   * flow to itself is made of when only one of its pods is known.
   */
  flowToReplica(pod: number): Admitted;
  /**
   * Whether one of two pods is on the host network of the node that the other runs on, so that their traffic is always
   * allowed (docs/semantics); `maybe` when one is, and the import does not say where both run.
   */
  locality(pod: number, otherPod: number): Locality;
  /** The pod's class by number: no policy tells pods of one class apart, so their flows have the same ports and reasons. */
  classOf(pod: number): number;
  /**
   * Flows between workloads and external endpoints, by from then to, in columns, but for those that are open by default
   * at both ends: see `FlowColumns`.
   */
  flowColumns(): FlowColumns;
  /** The same in steps, none of them long. What is dropped half-way is found anew when asked for again. */
  flowColumnsInSteps(): Steps<FlowColumns>;
  /** The distinct port sets met so far, the empty one first; it can grow with further questions. */
  readonly portSets: readonly PortSet[];
  /** Every flow, those that are open by default included, as objects: as many as there are pairs. */
  workloadFlows(): readonly WorkloadFlow[];
  findWorkload(id: WorkloadId): number | undefined;
  /** What the next evaluation of a changed workspace can take over from this one. */
  readonly memory: EvaluationMemory;
}

/** Whether the traffic of two pods is the traffic of a pod with its own node. */
export type Locality = 'local' | 'apart' | 'maybe';
