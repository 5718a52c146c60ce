/**
 * `combine`, remembering its answers, for whole numbers from 0 to 2^31 - 2. An open hash table in one typed array: evaluations
 * ask millions of times, and a `Map` with pairs packed into numbers costs more than all the rest of one.
 */
export const createPairMemo = (combine: (a: number, b: number) => number) => {
  let slots = 1 << 10;
  let used = 0;
  /** Three numbers each: a, b, result + 1; the last 0 where the slot is free. */
  let table = new Int32Array(3 * slots);
  const findSlot = (a: number, b: number): number => {
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (table[3 * slot + 2] !== 0 && (table[3 * slot] !== a || table[3 * slot + 1] !== b)) {
      slot = (slot + 1) & (slots - 1);
    }
    return 3 * slot;
  };
  const put = (a: number, b: number, result: number): void => {
    const at = findSlot(a, b);
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = result;
  };
  const grow = (): void => {
    const before = table;
    slots *= 2;
    table = new Int32Array(3 * slots);
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] !== 0) put(before[at]!, before[at + 1]!, before[at + 2]!);
    }
  };
  return (a: number, b: number): number => {
    const known = table[findSlot(a, b) + 2]!;
    if (known !== 0) return known - 1;
    const result = combine(a, b);
    used += 1;
    if (2 * used > slots) grow();
    put(a, b, result + 1);
    return result;
  };
};
