import { fillVerdicts, type FlowIndex, type PairCode } from '../../engine/index.ts';

/** Whom a node reaches and who reaches it, as one set of bits: targets, then sources. */
export interface ReachBits {
  ofNode(node: number): Uint32Array;
  /** All of several together. */
  ofNodes(nodes: readonly number[]): Uint32Array;
}

/** `least`: the least verdict that counts as reaching. */
export function createReachBits(index: FlowIndex, least: PairCode): ReachBits {
  const { nodeCount } = index;
  const half = Math.ceil(nodeCount / 32);
  const words = 2 * half;
  const bits = new Uint32Array(nodeCount * words);
  const verdicts = new Uint8Array(nodeCount);
  for (let from = 0; from < nodeCount; from += 1) {
    fillVerdicts(index, from, verdicts);
    const own = from * words;
    const source = half + (from >>> 5);
    const sourceBit = 1 << (from & 31);
    for (let to = 0; to < nodeCount; to += 1) {
      if (verdicts[to]! < least) continue;
      bits[own + (to >>> 5)]! |= 1 << (to & 31);
      bits[to * words + source]! |= sourceBit;
    }
  }
  const ofNode = (node: number): Uint32Array => bits.subarray(node * words, (node + 1) * words);
  return {
    ofNode,
    ofNodes: (nodes) => {
      const all = new Uint32Array(words);
      for (const node of nodes) ofNode(node).forEach((word, at) => (all[at]! |= word));
      return all;
    },
  };
}
