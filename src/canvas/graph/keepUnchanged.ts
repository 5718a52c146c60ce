import type { DrawnEdge, Item, VisibleGraph } from './VisibleGraph.ts';

/** The new graph with the old objects wherever nothing about them changed, so that only what changed is drawn again. */
export function keepUnchanged(before: VisibleGraph | null, after: VisibleGraph): VisibleGraph {
  if (before === null) return after;
  const items = new Map<string, Item>();
  for (const [id, item] of after.items) {
    const old = before.items.get(id);
    items.set(id, old !== undefined && isSame(old, item) ? old : item);
  }
  return {
    ...after,
    items,
    edges: keepEdges(before.edges, after.edges),
    lifted: keepEdges(before.lifted, after.lifted),
  };
}

function keepEdges(before: readonly DrawnEdge[], after: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const old = new Map(before.map((edge) => [edge.id, edge]));
  return after.map((edge) => {
    const known = old.get(edge.id);
    return known !== undefined && isSame(known, edge) ? known : edge;
  });
}

/** The same values at the same names, all the way down; both were made by the same code. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, at) => isSame(value, b[at]));
  }
  for (const name in a) if (!isSame(a[name as never], b[name as never])) return false;
  for (const name in b) if (!(name in a)) return false;
  return true;
}
