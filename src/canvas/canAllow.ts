import type { Connection, Edge } from '@xyflow/react';
import type { Item } from './graph/VisibleGraph.ts';

/** Someone inside the cluster must be at one end; whether it can be written is for the dialog to say. */
export function canAllow({ source, target }: Connection | Edge, items: ReadonlyMap<string, Item>): boolean {
  const from = items.get(source)?.type;
  const to = items.get(target)?.type;
  const isEnd = (type: Item['type'] | undefined): boolean => type === 'card' || type === 'external';
  return source !== target && isEnd(from) && isEnd(to) && (from === 'card' || to === 'card');
}
