/**
 * Tops of a column's items in their order, each as near to its wish as the others allow (least squares; the pool adjacent
 * violators algorithm), all between `top` and `bottom`. The column must fit.
 */
export function settleColumn(
  items: readonly { readonly height: number; readonly wish: number }[],
  { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const { height } of items) {
    offsets.push(offset);
    offset += height + gap;
  }
  const highest = Math.max(top, bottom - (offset - gap));
  const pools: { sum: number; count: number }[] = [];
  items.forEach(({ wish }, at) => {
    let pool = { sum: wish - (offsets[at] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  const starts = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  return starts.map((start, at) => Math.round(Math.min(highest, Math.max(top, start)) + (offsets[at] ?? 0)));
}
