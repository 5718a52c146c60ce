import { findEntry } from '../manifest/findEntry.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { findPlace, replaceAt, visitPlaces } from './nodePlaces.ts';
import type { TreeChange } from './TreeChange.ts';

/** The change where what it means to change is written: where the anchor stands, or in the map that is merged. */
export function retarget(root: SourceNode, change: TreeChange): TreeChange | null {
  const own = findOwnEntry(change.map, change.key);
  if (own === null) {
    const inherited = findEntry(change.map, change.key);
    if (inherited === null || change.type === 'addEntry') return change;
    const owner = findOwner(root, inherited);
    return owner && { ...change, map: owner };
  }
  const { value } = own;
  if (change.type === 'addEntry' || change.type === 'removeEntry' || change.type === 'setKey') return change;
  if (value.type === 'alias') {
    const place = findPlace(root, value.target);
    if (place === null) return null;
    if (place.position === undefined) return { ...change, map: place.map, key: place.key };
    return change.type === 'setValue' ? replaceAt(place, change.value) : null;
  }
  const item = change.type === 'setItem' && value.type === 'seq' ? value.items[change.position] : undefined;
  if (change.type !== 'setItem' || item?.type !== 'alias') return change;
  const place = findPlace(root, item.target);
  return place && replaceAt(place, change.value);
}

/** The map that an inherited entry is written in. */
function findOwner(root: SourceNode, entry: SourceEntry): SourceMap | null {
  let owner: SourceMap | null = null;
  visitPlaces(root, (node) => {
    if (node.type === 'map' && node.entries.includes(entry)) owner = node;
  });
  return owner;
}
