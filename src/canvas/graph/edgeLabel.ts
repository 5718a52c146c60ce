import type { DrawnEdge } from './VisibleGraph.ts';

/** What stands on an edge: how many flows it is, when more than one, and their ports when all have the same. */
export function edgeLabel({ ports, count, partial, verdict }: DrawnEdge): string {
  const many = count > 1 ? `${count} ×` : '';
  if (ports === null) return count > 1 ? `${count} flows` : '';
  const some = partial && count === 1 && verdict !== 'uncertain' ? ' · some pods' : '';
  return `${many} ${ports}${some}`.trim();
}
