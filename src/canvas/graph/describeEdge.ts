import { formatCount } from '../../ui/formatCount.ts';
import { listReservations, verdictWords } from './describeMany.ts';
import type { DrawnEdge, Item, ItemId } from './VisibleGraph.ts';

/** One sentence per line, for assistive technology and for titles. */
export function describeEdge(edge: DrawnEdge, items: ReadonlyMap<ItemId, Item>): string {
  const ends = `${nameOf(items.get(edge.from), edge.from)} → ${nameOf(items.get(edge.to), edge.to)}`;
  const flows = edge.count > 1 ? `${formatCount(edge.count, 'flow')}` : '';
  const what = [flows, edge.ports === null ? '' : edge.count > 1 ? `each on ${edge.ports}` : edge.ports]
    .filter((word) => word !== '')
    .join(', ');
  const words = [what, verdictWords[edge.verdict], ...listReservations(edge), edge.change ?? ''].filter(
    (word) => word !== '',
  );
  return `${ends}: ${words.join(', ')}`;
}

function nameOf(item: Item | undefined, id: ItemId): string {
  switch (item?.type) {
    case 'card':
      return `${item.namespace}/${item.name}`;
    case 'external':
      return item.label;
    case 'frame':
    case 'collapsed':
      return item.name;
    default:
      return id;
  }
}
