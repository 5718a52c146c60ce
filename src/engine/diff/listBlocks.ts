import type { Attribution } from './attributeFlows.ts';
import { toBlocks } from './toBlocks.ts';
import type { FlowBlock, FlowChanges } from './WorkspaceDiff.ts';

/** The rows of one cause that change alike. */
interface Bucket {
  readonly cause: number;
  readonly transition: number;
  count: number;
  readonly sets: Set<number>;
}

/** By cause, its flow changes as blocks: the largest first, then by their nodes. */
export const listBlocks = (
  flows: FlowChanges,
  { setOf, sets }: Attribution,
  primary: Uint32Array,
  cannotMeetItself: (node: number) => boolean,
): ReadonlyMap<number, readonly FlowBlock[]> => {
  const { buckets, bucketOf } = sortIntoBuckets(flows, setOf, primary);
  const rows = buckets.map(({ count }) => ({ from: new Uint32Array(count), to: new Uint32Array(count), length: 0 }));
  for (let row = 0; row < flows.length; row += 1) {
    const own = rows[bucketOf[row]!]!;
    own.from[own.length] = flows.from[row]!;
    own.to[own.length] = flows.to[row]!;
    own.length += 1;
  }
  const blocks = new Map<number, FlowBlock[]>();
  buckets.forEach(({ cause, transition, sets: used }, bucket) => {
    const also = [...new Set([...used].flatMap((set) => sets[set]!))].filter((other) => other !== cause);
    const own = blocks.get(cause) ?? [];
    blocks.set(cause, own);
    for (const block of toBlocks(rows[bucket]!, cannotMeetItself)) {
      own.push({ ...block, transition, also: also.sort((a, b) => a - b) });
    }
  });
  for (const own of blocks.values()) own.sort(compareBlocks);
  return blocks;
};

const sortIntoBuckets = (flows: FlowChanges, setOf: Uint32Array, primary: Uint32Array) => {
  const buckets: Bucket[] = [];
  const numbers = new Map<number, number>();
  const bucketOf = new Uint32Array(flows.length);
  for (let row = 0; row < flows.length; row += 1) {
    const set = setOf[row]!;
    const cause = primary[set]!;
    const transition = flows.transition[row]!;
    const key = transition * 2 ** 26 + cause;
    let number = numbers.get(key);
    if (number === undefined) {
      number = buckets.push({ cause, transition, count: 0, sets: new Set() }) - 1;
      numbers.set(key, number);
    }
    bucketOf[row] = number;
    buckets[number]!.count += 1;
    buckets[number]!.sets.add(set);
  }
  return { buckets, bucketOf };
};

const compareBlocks = (a: FlowBlock, b: FlowBlock): number =>
  b.pairs - a.pairs || a.from[0]! - b.from[0]! || a.to[0]! - b.to[0]! || a.transition - b.transition;
