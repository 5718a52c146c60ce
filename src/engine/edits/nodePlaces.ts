import { toKeyText } from '../manifest/findEntry.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import type { TreeChange } from './TreeChange.ts';
import type { YamlValue } from './YamlValue.ts';

/** Where a node stands as written: an entry of a map, or an item of the sequence that is the entry's value. */
export interface Place {
  readonly map: SourceMap;
  readonly key: string;
  readonly position?: number;
}

/** Of an item of the sequence at a place; a list in a list has none. */
export const toItem = (place: Place | null, position: number): Place | null =>
  place && place.position === undefined ? { ...place, position } : null;

type Visit = (node: SourceNode, place: Place | null) => void;

/** Every node as written, with its place; null where it has none that a change could name (the root, a list in a list). */
export function visitPlaces(node: SourceNode, visit: Visit, place: Place | null = null): void {
  visit(node, place);
  if (node.type === 'map') {
    for (const { key, value } of node.entries) visitPlaces(value, visit, { map: node, key: toKeyText(key) });
  } else if (node.type === 'seq') {
    node.items.forEach((item, position) => visitPlaces(item, visit, toItem(place, position)));
  }
}

export function findPlace(root: SourceNode, node: SourceNode): Place | null {
  let found: Place | null = null;
  visitPlaces(root, (other, place) => {
    if (other === node) found = place;
  });
  return found;
}

/** Another value where a node stands. */
export const replaceAt = ({ map, key, position }: Place, value: YamlValue): TreeChange =>
  position === undefined ? { type: 'setValue', map, key, value } : { type: 'setItem', map, key, position, value };

/** By what is referred to: the places that do. */
export function listUsers(root: SourceNode): ReadonlyMap<SourceNode, readonly (Place | null)[]> {
  const users = new Map<SourceNode, (Place | null)[]>();
  visitPlaces(root, (node, place) => {
    if (node.type !== 'alias') return;
    users.set(node.target, [...(users.get(node.target) ?? []), place]);
  });
  return users;
}
