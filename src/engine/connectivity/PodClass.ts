import type { LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { AddressSetId } from './compilePolicies.ts';

/**
 * What the other end of a rule can be, as far as rules that take in "everyone" tell ends apart: outside the cluster; a
 * pod whose addresses are known, or not; the same for pods on the host network.
 */
export const nodeCategories = {
  external: 0,
  pod: 1,
  podWithoutAddress: 2,
  hostPod: 3,
  hostPodWithoutAddress: 4,
} as const;
export type NodeCategory = (typeof nodeCategories)[keyof typeof nodeCategories];
export const categoryCount = 5;

/** Pods that no policy can tell apart: every flow of one is a flow of each. */
export interface PodClass {
  readonly index: number;
  readonly category: NodeCategory;
  readonly namespace: string;
  /** The namespace's number in the table. */
  readonly namespaceId: number;
  /** What selectors see of its pods' labels: `otherValue` for values that none of them names. */
  readonly labels: LabelSet;
  /** Labels that selectors look at and that its pods may have beyond those of the import. */
  readonly unknownLabels: readonly string[];
  readonly hostNetwork: boolean;
  /** Named container ports. */
  readonly namedPorts: readonly ContainerPort[];
  /** Equal for classes that resolve every name alike; 0 without named ports. */
  readonly namesId: number;
  /** Sets of addresses that policies mention and that have any of its addresses. */
  readonly addressSets: readonly AddressSetId[];
}
