import type { DrawnEdge, ItemId } from './VisibleGraph.ts';

export interface Neighbour {
  readonly id: ItemId;
  /** Whether flows come from it, go to it, or both. */
  readonly direction: 'in' | 'out' | 'both';
  /** On which ports, when one line says it. */
  readonly ports: string | null;
}

/** What an item has flows with, in the order of its lines; each once. */
export function listNeighbours(edges: readonly DrawnEdge[], focus: ReadonlySet<ItemId>): readonly Neighbour[] {
  const found = new Map<ItemId, Neighbour>();
  for (const { from, to, ports } of edges) {
    const goesOut = focus.has(from);
    const comesIn = focus.has(to);
    if (goesOut === comesIn) continue;
    const id = goesOut ? to : from;
    const direction = goesOut ? 'out' : 'in';
    const known = found.get(id);
    if (known === undefined) found.set(id, { id, direction, ports });
    else if (known.direction !== direction) found.set(id, { ...known, direction: 'both' });
  }
  return [...found.values()];
}
