/** `compute`, remembering its answers, for whole numbers from 0. */
export const createMemo = <Value>(compute: (node: number) => Value): ((node: number) => Value) => {
  const known: (Value | undefined)[] = [];
  return (node) => (known[node] ??= compute(node));
};
