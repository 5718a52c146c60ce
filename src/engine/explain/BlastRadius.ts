import type { PortSet } from '../net/PortSet.ts';

/**
 * What can be reached from a node step by step, if whoever is reached can be used to go on: an upper bound of what a
 * compromised pod puts at risk. Or the other way round: who could get to a node. Addresses outside are reached, and
 * nothing is reached through them.
 */
export interface BlastRadius {
  readonly start: string;
  /** `out`: whom it can reach · `in`: who can reach it. */
  readonly direction: 'out' | 'in';
  /** Everyone reached, nearest first; of one distance, in the order of the import. Without the start. */
  readonly reached: readonly ReachedNode[];
  /** Workloads and external endpoints there are beside the start. */
  readonly others: number;
  /** Flows that the table left out because there are too many: then there may be more than `reached`. */
  readonly omitted: number;
}

/** One node with the last step to it; following `via` gives a shortest path, always the same one. */
export interface ReachedNode {
  readonly id: string;
  /** From 1. */
  readonly steps: number;
  /** Position in `reached` of the node before; null: the start. */
  readonly via: number | null;
  /**
   * certain: by flows that are allowed, if only between some of the pods · perhaps: there is no such way, but one with flows
   * that are uncertain, the last certain node being reached by its own way
   */
  readonly certainty: 'certain' | 'perhaps';
  /** Of the last step: allowed between all pods, between some, and perhaps. */
  readonly ports: PortSet;
  readonly partial: PortSet;
  readonly uncertain: PortSet;
}
