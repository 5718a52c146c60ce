import type { DrawnEdge } from './VisibleGraph.ts';

/** What stands on an edge: how many flows it is, when more than one, and their ports when all have the same. */
export function edgeLabel({ ports, count, partial, verdict }: DrawnEdge): string {
  const many = count > 1 ? `${count} ×` : '';
  if (ports === null) return count > 1 ? `${count} flows` : '';
  const some = partial && count === 1 && verdict !== 'uncertain' ? ' · some pods' : '';
  return `${many} ${ports}${some}`.trim();
}

/** The same in less room, where several ports are named: `5432, 9187 +1` as `5432 +2`. Null: there is nothing shorter. */
export function shortEdgeLabel(edge: DrawnEdge): string | null {
  const match = /^(?<first>(?:[A-Z]+ )?[^ ,]+), [^,+]+?(?: \+(?<more>\d+))?(?<protocols> [A-Z]+(?:\+[A-Z]+)+)?$/.exec(
    edge.ports ?? '',
  );
  if (match === null) return null;
  const { first = '', more = '0', protocols = '' } = match.groups ?? {};
  return edgeLabel({ ...edge, ports: `${first} +${Number(more) + 1}${protocols}` });
}
