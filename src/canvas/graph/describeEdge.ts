import { formatCount } from '../../ui/formatCount.ts';
import type { DrawnEdge, EdgeVerdict, Item, ItemId } from './VisibleGraph.ts';

export const verdictWords: Readonly<Record<EdgeVerdict, string>> = {
  rule: 'allowed by a rule',
  open: 'open by default',
  uncertain: 'uncertain',
};

/** One sentence per line, for assistive technology and for titles. */
export function describeEdge(edge: DrawnEdge, items: ReadonlyMap<ItemId, Item>): string {
  const ends = `${nameOf(items.get(edge.from), edge.from)} → ${nameOf(items.get(edge.to), edge.to)}`;
  const flows = edge.count > 1 ? `${formatCount(edge.count, 'flow')}` : '';
  const what = [flows, edge.ports === null ? '' : edge.count > 1 ? `each on ${edge.ports}` : edge.ports]
    .filter((word) => word !== '')
    .join(', ');
  const notes = [
    edge.partial ? 'some pods only' : '',
    edge.doubt && edge.verdict !== 'uncertain' ? 'perhaps more ports' : '',
    edge.change ?? '',
  ].filter((word) => word !== '');
  return `${ends}: ${[what, verdictWords[edge.verdict], ...notes].filter((word) => word !== '').join(', ')}`;
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
