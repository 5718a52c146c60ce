import { select } from '../store/actions/selectionActions.ts';
import type { DrawnEdge, ExternalItem, Item } from './graph/VisibleGraph.ts';

/** `edges`: what is drawn, for the item that stands for several external ranges; it is shown as its flows. */
export function selectItem(item: Item, edges: readonly DrawnEdge[]): void {
  switch (item.type) {
    case 'card':
      select({ type: 'workload', id: item.id });
      break;
    case 'external':
      if (item.isHub) selectHub(item, edges);
      else select({ type: 'external', id: item.id });
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

function selectHub({ id, rim }: ExternalItem, edges: readonly DrawnEdge[]): void {
  const flows = edges.filter(({ from, to }) => from === id || to === id).flatMap((edge) => edge.flows);
  if (rim === 'left') select({ type: 'flows', from: id, to: 'the cluster', flows });
  else select({ type: 'flows', from: 'the cluster', to: id, flows });
}
