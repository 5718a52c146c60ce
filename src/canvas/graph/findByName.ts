import type { Item, ItemId } from './VisibleGraph.ts';

/** Items with the typed letters in their name: those that begin with them first. Namespaces come after what is in them. */
export function findByName(items: ReadonlyMap<ItemId, Item>, typed: string): readonly Item[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked: { readonly item: Item; readonly rank: number }[] = [];
  for (const item of items.values()) {
    const name = nameOf(item).toLowerCase();
    const at = name.indexOf(wanted);
    const isNamespace = item.type === 'frame' || item.type === 'collapsed';
    if (at >= 0) ranked.push({ item, rank: (at === 0 ? 0 : 2) + (isNamespace ? 1 : 0) });
    else if (item.type === 'card' && `${item.namespace}/${name}`.includes(wanted)) ranked.push({ item, rank: 4 });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

const nameOf = (item: Item): string => (item.type === 'external' ? item.label : item.name);
