import type { ShieldState } from '../../engine/index.ts';
import type { DrawnEdge, Item, ManyFlows } from './VisibleGraph.ts';

export type LegendEntry =
  | 'rule'
  | 'open'
  | 'uncertain'
  | 'partial'
  | 'added'
  | 'removed'
  | 'bundle'
  | 'in'
  | 'out'
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
  'partial',
  'uncertain',
  'open',
  'added',
  'removed',
  'bundle',
  'out',
  'in',
  'reach',
  'external',
];

/** What a sign can stand for is taken from what is in view. */
export interface LegendInput {
  readonly items: Iterable<Item>;
  readonly edges: Iterable<DrawnEdge>;
  /** Something is focused: lines into and out of it are told apart. */
  readonly isFocused: boolean;
  /** Cards are too small to show their banks. */
  readonly isFar: boolean;
}

/** Which signs the picture uses. */
export function listLegend({ items, edges, isFocused, isFar }: LegendInput): readonly LegendEntry[] {
  const used = new Set<LegendEntry>();
  const addShield = (state: ShieldState): unknown =>
    used.add(state === 'open' ? 'openNode' : state === 'uncertain' ? 'uncertainNode' : state);
  const addMany = ({ verdict, partial, doubt }: ManyFlows): void => {
    used.add(verdict);
    if (partial && verdict === 'rule') used.add('partial');
    if (doubt) used.add('uncertain');
  };
  for (const { verdict, partial, doubt, change, count } of edges) {
    if (change !== null) used.add(change);
    else used.add(verdict);
    if (partial && verdict === 'rule') used.add('partial');
    if (doubt) used.add('uncertain');
    if (count > 1) used.add('bundle');
    if (isFocused) used.add('in').add('out');
  }
  for (const item of items) {
    if (item.type === 'external') used.add('external');
    if (item.type === 'frame' && item.inside !== null && !isFar) addMany(item.inside);
    if (item.type === 'card' && !isFar) {
      addShield(item.ingress);
      addShield(item.egress);
      for (const reach of [item.reaches, item.reachedFrom]) {
        if (reach === null) continue;
        used.add('reach');
        addMany(reach);
      }
    }
    if (item.type === 'collapsed') {
      for (const state of ['open', 'isolated', 'closed', 'mixed', 'uncertain'] as const) {
        if (item.ingress[state] + item.egress[state] > 0) addShield(state);
      }
    }
  }
  return order.filter((entry) => used.has(entry));
}
