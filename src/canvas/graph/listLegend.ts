import type { ShieldState } from '../../engine/index.ts';
import type { DrawnEdge, VisibleGraph } from './VisibleGraph.ts';

export type LegendEntry =
  | 'rule'
  | 'open'
  | 'partial'
  | 'bundle'
  | 'reach'
  | 'isolated'
  | 'closed'
  | 'openNode'
  | 'mixed'
  | 'uncertainNode'
  | 'external';

const order: readonly LegendEntry[] = [
  'isolated',
  'closed',
  'openNode',
  'mixed',
  'uncertainNode',
  'rule',
  'open',
  'partial',
  'bundle',
  'reach',
  'external',
];

/** Which signs the picture uses. */
export function listLegend({ items }: VisibleGraph, edges: readonly DrawnEdge[]): readonly LegendEntry[] {
  const used = new Set<LegendEntry>();
  const addShield = (state: ShieldState): unknown =>
    used.add(state === 'open' ? 'openNode' : state === 'uncertain' ? 'uncertainNode' : state);
  for (const { verdict, partial, flows } of edges) {
    used.add(verdict);
    if (partial) used.add('partial');
    if (flows.length > 1) used.add('bundle');
  }
  for (const item of items.values()) {
    if (item.type === 'external') used.add('external');
    if (item.type === 'card') {
      addShield(item.ingress);
      addShield(item.egress);
      if (item.reaches !== null || item.reachedFrom !== null) used.add('reach');
    }
    if (item.type === 'collapsed') {
      for (const state of ['open', 'isolated', 'closed', 'mixed', 'uncertain'] as const) {
        if (item.ingress[state] + item.egress[state] > 0) addShield(state);
      }
    }
  }
  return order.filter((entry) => used.has(entry));
}
