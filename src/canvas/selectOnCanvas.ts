import { select } from '../store/actions/selectionActions.ts';
import type { DrawnEdge, Item } from './graph/VisibleGraph.ts';

export function selectItem(item: Item): void {
  switch (item.type) {
    case 'card':
      select({ type: 'workload', id: item.id });
      break;
    case 'external':
      select({ type: 'external', id: item.id });
      break;
    case 'frame':
    case 'collapsed':
      select({ type: 'namespace', id: item.name });
      break;
  }
}

export function selectEdge(edge: DrawnEdge): void {
  if (edge.pair === null) select({ type: 'flows', from: edge.from, to: edge.to, flows: edge.flows });
  else select({ type: 'flow', ...edge.pair });
}
