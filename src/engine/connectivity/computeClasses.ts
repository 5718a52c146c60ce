import type { Cluster } from '../cluster/Cluster.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import { computeAddressSpace } from './computeAddressSpace.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { AddressSetId, CompiledPolicy } from './compilePolicies.ts';
import type { Knowledge } from './createKnowledge.ts';
import { chooseMemory, chooseTables } from './EvaluationMemory.ts';
import type { EvaluationMemory } from './EvaluationMemory.ts';
import type { MentionedAddresses } from './formatExternalLabel.ts';

export interface ClassifiedCluster {
  readonly memory: EvaluationMemory;
  readonly compiled: readonly CompiledPolicy[];
  readonly addressSpace: AddressSpace;
  /** Per pod, by position: its class. */
  readonly classOf: Int32Array;
}

/** Sorts the pods of a cluster into the classes that its policies, and `lookAt` (keys of labels), can tell apart. */
export const computeClasses = (
  cluster: Cluster,
  policies: readonly Policy[],
  knowledge: Knowledge,
  former: EvaluationMemory | undefined,
  lookAt: readonly string[] = [],
): ClassifiedCluster => {
  const tables = chooseTables(former, policies.length);
  const compiled = policies.map((policy) => tables.mentions.compile(policy));
  const memory = chooseMemory(former, tables, cluster, { policies: compiled, lookAt }, knowledge);
  const mentions = collectMentions(compiled);
  const mentioned = [...mentions.values()];
  const isSameSpace =
    memory.addressSpace !== null &&
    mentioned.length === memory.mentioned.length &&
    mentioned.every((mention, index) => saysTheSame(mention, memory.mentioned[index]!));
  const addressSpace = isSameSpace ? memory.addressSpace! : computeAddressSpace(mentions);
  const { pods, classOf: before } = memory;
  const classOf = Int32Array.from(cluster.pods, (pod, index) =>
    isSameSpace && pods[index] === pod ? before[index]! : memory.table.classify(pod, addressSpace),
  );
  return { memory: { ...memory, mentioned }, compiled, addressSpace, classOf };
};

const saysTheSame = (a: MentionedAddresses, b: MentionedAddresses): boolean =>
  a === b || (a.cidr === b.cidr && a.except.join() === b.except.join());

const collectMentions = (policies: readonly CompiledPolicy[]): ReadonlyMap<AddressSetId, MentionedAddresses> => {
  const found = new Map<AddressSetId, MentionedAddresses>();
  for (const { addressSets } of policies) {
    for (const [number, mention] of addressSets) if (!found.has(number)) found.set(number, mention);
  }
  return found;
};
