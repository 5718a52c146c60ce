/** A set of small numbers: fast to add to in any order and to go through in ascending order. */
export interface EndSet {
  add(end: number): void;
  /** Visits those below `limit` in ascending order, and empties the set. */
  drain(limit: number, visit: (end: number) => void): void;
}

export const createEndSet = (size: number): EndSet => {
  const words = new Uint32Array((size >>> 5) + 1);
  return {
    add: (end) => {
      words[end >>> 5]! |= 1 << (end & 31);
    },
    drain: (limit, visit) => {
      for (let at = 0; at < words.length; at += 1) {
        let word = words[at]!;
        if (word === 0) continue;
        words[at] = 0;
        while (word !== 0) {
          const lowest = word & -word;
          const end = 32 * at + 31 - Math.clz32(lowest);
          if (end < limit) visit(end);
          word ^= lowest;
        }
      }
    },
  };
};
