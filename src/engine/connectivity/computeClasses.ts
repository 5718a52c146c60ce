import type { Cluster, Pod } from '../cluster/Cluster.ts';
import type { Steps } from '../manifest/Steps.ts';
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

/** Pods that are looked at in one step. */
const podsPerStep = 16_384;

/** Sorts the pods of a cluster into the classes that its policies can tell apart. */
export function* computeClasses(
  cluster: Cluster,
  policies: readonly Policy[],
  knowledge: Knowledge,
  former: EvaluationMemory | undefined,
): Steps<ClassifiedCluster> {
  const tables = chooseTables(former, policies.length);
  const compiled = policies.map((policy) => tables.mentions.compile(policy));
  const memory = chooseMemory(former, tables, cluster, knowledge);
  const { labelMentions } = memory;
  labelMentions.add(compiled);
  const mentions = collectMentions(compiled);
  const mentioned = [...mentions.values()];
  const isSameSpace =
    memory.addressSpace !== null &&
    mentioned.length === memory.mentioned.length &&
    mentioned.every((mention, index) => saysTheSame(mention, memory.mentioned[index]!));
  const addressSpace = isSameSpace ? memory.addressSpace! : computeAddressSpace(mentions);
  const { pods, classOf: before } = memory;
  const concerned = isSameSpace ? labelMentions.findConcerned(memory.mentionCount, compiled) : null;
  // What only other policies ask for, those of plans that came to nothing, has not been looked at.
  const mentionCount = concerned === null || concerned.coversAll ? labelMentions.size() : memory.mentionCount;
  const isSame = concerned?.isNone === true && pods === cluster.pods;
  const toClass = (pod: Pod, index: number): number => {
    const isKnown = concerned !== null && pods[index] === pod && !concerned.include(pod);
    return isKnown ? before[index]! : memory.table.classify(pod, addressSpace);
  };
  const classOf = isSame ? before : new Int32Array(cluster.pods.length);
  if (!isSame) {
    yield;
    for (let index = 0; index < classOf.length; index += 1) {
      classOf[index] = toClass(cluster.pods[index]!, index);
      if (index % podsPerStep === podsPerStep - 1) yield;
    }
  }
  return { memory: { ...memory, mentioned, mentionCount }, compiled, addressSpace, classOf };
}

const saysTheSame = (a: MentionedAddresses, b: MentionedAddresses): boolean =>
  a === b || (a.cidr === b.cidr && a.except.join() === b.except.join());

const collectMentions = (policies: readonly CompiledPolicy[]): ReadonlyMap<AddressSetId, MentionedAddresses> => {
  const found = new Map<AddressSetId, MentionedAddresses>();
  for (const { addressSets } of policies) {
    for (const [number, mention] of addressSets) if (!found.has(number)) found.set(number, mention);
  }
  return found;
};
