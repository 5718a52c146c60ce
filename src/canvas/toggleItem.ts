import { toggleNamespace, toggleWorkload } from '../store/actions/viewActions.ts';
import type { Item } from './graph/VisibleGraph.ts';

/** Opens or closes an item; false for one that has nothing to open. */
export function toggleItem(item: Item): boolean {
  if (item.type === 'card' && item.podCount > 0) toggleWorkload(item.id);
  else if (item.type === 'frame' || item.type === 'collapsed') toggleNamespace(item.name);
  else return false;
  return true;
}
