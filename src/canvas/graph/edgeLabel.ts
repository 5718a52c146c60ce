import type { Size } from './Box.ts';
import type { DrawnEdge } from './VisibleGraph.ts';

/** What stands on an edge: how many flows it is, when more than one, and their ports when all have the same. */
export function edgeLabel({ ports, flows, partial }: DrawnEdge): string {
  const count = flows.length > 1 ? `${flows.length} ×` : '';
  if (ports === null) return flows.length > 1 ? `${flows.length} flows` : '';
  return `${count} ${ports}${partial && flows.length === 1 ? ' · some pods' : ''}`.trim();
}

const characterWidth = 6.3;

/** Known without measuring: the label's face is 11 px. */
export function labelSize(edge: DrawnEdge): Size {
  const text = edgeLabel(edge);
  return text === '' ? { width: 0, height: 0 } : { width: Math.ceil(text.length * characterWidth) + 12, height: 18 };
}
