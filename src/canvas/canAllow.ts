import type { Connection, Edge } from '@xyflow/react';
import type { Item } from './graph/VisibleGraph.ts';

/** Someone inside the cluster, a workload or a whole namespace, must be at one end; whether it can be written is for the dialog to say. */
export function canAllow({ source, target }: Connection | Edge, items: ReadonlyMap<string, Item>): boolean {
  const from = items.get(source)?.type;
  const to = items.get(target)?.type;
  if (source === target || from === undefined || to === undefined) return false;
  return from !== 'external' || to !== 'external';
}
