import { Graph, layout } from '@dagrejs/dagre';
import type { Size } from './Layout.ts';
import { toArrangement, type Arrangement } from './Arrangement.ts';
import type { ItemEdge } from './rankItems.ts';
import type { Spacing } from './spacing.ts';

/** What dagre may be asked: beyond this it takes longer than a person waits (measured: 100 ms and up). */
export const canLayer = (items: number, edges: number): boolean => items <= 40 && edges <= 1.8 * items + 4;

/** dagre's layered drawing, left to right. */
export function layerItems(sizes: readonly Size[], edges: readonly ItemEdge[], spacing: Spacing): Arrangement {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: spacing.y, ranksep: spacing.x, edgesep: spacing.y / 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  sizes.forEach(({ width, height }, item) => graph.setNode(String(item), { width, height }));
  for (const { from, to } of edges) graph.setEdge(String(from), String(to));
  layout(graph);
  const places = sizes.map(({ width, height }, item) => {
    const { x, y } = graph.node(String(item)) as { x: number; y: number };
    return { x: x - width / 2, y: y - height / 2 };
  });
  return toArrangement(places, sizes);
}
