import type { DrawnEdge, Item, VisibleGraph } from './VisibleGraph.ts';

/** The new graph with the old objects wherever nothing about them changed, so that only what changed is drawn again. */
export function keepUnchanged(before: VisibleGraph | null, after: VisibleGraph): VisibleGraph {
  if (before === null) return after;
  const items = new Map(
    [...after.items].map(([id, item]): [string, Item] => {
      const old = before.items.get(id);
      return [id, old !== undefined && isSame(old, item) ? old : item];
    }),
  );
  const oldEdges = new Map(before.edges.map((edge) => [edge.id, edge]));
  const edges = after.edges.map((edge): DrawnEdge => {
    const old = oldEdges.get(edge.id);
    return old !== undefined && isSame(old, edge) ? old : edge;
  });
  return { ...after, items, edges };
}

const isSame = (a: Item | DrawnEdge, b: Item | DrawnEdge): boolean => JSON.stringify(a) === JSON.stringify(b);
